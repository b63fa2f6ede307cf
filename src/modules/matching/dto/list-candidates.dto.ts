import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import {
  MATCH_SORTS,
  type MatchFilter,
  type MatchSort,
  SKILLS_MODES,
  type SkillsMode,
} from '../candidate-filters';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  MATCH_SOURCES,
  type MatchSource,
} from '../match.entity';

const LONGEST_TEXT = 200;
const MOST_SKILLS = 50;
const MOST_YEARS = 80;
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** A number from 0 on; an empty value is none, and not 0. */
function NumberUpTo(max: number, description: string, example: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 0, maximum: max, description, example }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
    ),
    IsNumber(),
    Min(0),
    Max(max),
  );
}

/** A repeated parameter, or one with commas. */
function List(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [one])),
    ),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_SKILLS),
  );
}

function SkillNames(description: string, example: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [String], description, example }),
    List(),
    IsString({ each: true }),
    MaxLength(LONGEST_TEXT, { each: true }),
    Matches(HAS_LETTER, { each: true, message: 'each value must hold a letter or a digit' }),
  );
}

function Words(name: string, description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, description, example, maxLength: LONGEST_TEXT }),
    IsOptional(),
    IsString(),
    MaxLength(LONGEST_TEXT),
    Matches(HAS_LETTER, { message: `${name} must hold a letter or a digit` }),
  );
}

/** Which of a job's candidates, and in which order. */
export class ListCandidatesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    enum: APPLICATION_STATUSES,
    isArray: true,
    description: 'Any of them; repeat it or use commas.',
  })
  @List()
  @IsIn(APPLICATION_STATUSES, { each: true })
  readonly status?: readonly ApplicationStatus[];

  @ApiPropertyOptional({ enum: MATCH_SOURCES })
  @IsOptional()
  @IsIn(MATCH_SOURCES)
  readonly source?: MatchSource;

  @ApiPropertyOptional({ format: 'uuid', description: 'One of the job’s stages.' })
  @IsOptional()
  @IsUUID()
  readonly stage_id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The user who looks after them.' })
  @IsOptional()
  @IsUUID()
  readonly assigned_to?: string;

  @NumberUpTo(1, 'Lowest match score.', 0.3)
  readonly min_score?: number;

  @NumberUpTo(1, 'Highest match score.', 1)
  readonly max_score?: number;

  @ApiPropertyOptional({ description: 'Only candidates with every must-have skill of the job.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean({ message: 'must_have must be true or false; for single skills there is skills' })
  readonly must_have?: boolean;

  @NumberUpTo(MOST_YEARS, 'Least years of experience; who gives no dates is left out.', 2)
  readonly min_years?: number;

  @NumberUpTo(MOST_YEARS, 'Most years of experience; who gives no dates is left out.', 40)
  readonly max_years?: number;

  @Words('location', 'Words of the place where the person lives.', 'Coventry')
  readonly location?: string;

  @Words('name', 'Beginnings of words of the name, in any order.', 'mar oka')
  readonly name?: string;

  @SkillNames('Any name or alias of a skill: `js` finds JavaScript. Repeat it or use commas.', [
    'Inventory management',
  ])
  readonly skills?: readonly string[];

  @ApiPropertyOptional({ enum: SKILLS_MODES, default: 'all', description: 'How skills are meant.' })
  @IsOptional()
  @IsIn(SKILLS_MODES)
  readonly skills_mode?: SkillsMode;

  @SkillNames('None of them.', ['Kubernetes'])
  readonly excluded_skills?: readonly string[];

  @ApiPropertyOptional({
    enum: MATCH_SORTS,
    default: 'match_score',
    description: 'Highest or newest first; names from A to Z. What has no value comes last.',
  })
  @IsOptional()
  @IsIn(MATCH_SORTS)
  readonly sort: MatchSort = 'match_score';

  filter(): MatchFilter {
    const given = {
      statuses: this.status,
      source: this.source,
      stageId: this.stage_id,
      assignedTo: this.assigned_to,
      minScore: this.min_score,
      maxScore: this.max_score,
      mustHave: this.must_have,
      minYears: this.min_years,
      maxYears: this.max_years,
      location: this.location,
      name: this.name,
      skills: this.skills,
      skillsMode: this.skills_mode,
      excludedSkills: this.excluded_skills,
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  }
}
