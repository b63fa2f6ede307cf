import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
  UuidParam,
} from '../../common/http';
import type { CandidateEntity } from './candidate.entity';
import { CandidatesService } from './candidates.service';
import {
  CandidateMergeDto,
  CandidateResponseDto,
  ListPeopleQueryDto,
  MergeCandidatesDto,
  UpdateCandidateDto,
} from './dto/candidate.dto';
import { MergeService } from './merge.service';
import { CandidateSources } from './sources/candidate-sources';

@ApiTags('candidates')
@Controller('candidates')
export class CandidatesController {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly merges: MergeService,
    private readonly sources: CandidateSources,
  ) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List people, newest first' })
  @ApiPage(CandidateResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { tag_id: tagId, ...query }: ListPeopleQueryDto,
  ): Promise<PageDto<CandidateResponseDto>> {
    const tagged = tagId === undefined ? query : { ...query, tagId };
    const page = await this.candidates.list(actor.companyId, tagged);
    const sources = await this.sourcesOf(actor, page.rows);
    return pageDto(page, (person) => CandidateResponseDto.from(person, sources.get(person.id)));
  }

  @Get(':candidate_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Read a person' })
  @ApiOkResponse({ type: CandidateResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
  ): Promise<CandidateResponseDto> {
    return this.shown(actor, await this.candidates.open(actor.companyId, candidateId));
  }

  @Patch(':candidate_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Correct what is known about a person; resumes stay as they are' })
  @ApiOkResponse({ type: CandidateResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Body() body: UpdateCandidateDto,
  ): Promise<CandidateResponseDto> {
    const { full_name: fullName, email, phone, location } = body;
    const changes = Object.fromEntries(
      Object.entries({ fullName, email, phone, location }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    return this.shown(actor, await this.candidates.update(actor.companyId, candidateId, changes));
  }

  @Get(':candidate_id/duplicates')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Others who may be the same person: same name, e-mail or phone' })
  @ApiOkResponse({ type: [CandidateResponseDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async duplicates(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
  ): Promise<CandidateResponseDto[]> {
    const people = await this.candidates.possibleDuplicates(actor.companyId, candidateId);
    const sources = await this.sourcesOf(actor, people);
    return people.map((person) => CandidateResponseDto.from(person, sources.get(person.id)));
  }

  @Post(':candidate_id/merges')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Merge another person into this one; can be undone' })
  @ApiCreatedResponse({ type: CandidateMergeDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async merge(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Body() body: MergeCandidatesDto,
  ): Promise<CandidateMergeDto> {
    return CandidateMergeDto.from(await this.merges.merge(actor, candidateId, body.candidate_id));
  }

  @Get(':candidate_id/merges')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Who was merged into this person' })
  @ApiOkResponse({ type: [CandidateMergeDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async listMerges(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
  ): Promise<CandidateMergeDto[]> {
    const merges = await this.merges.listOf(actor.companyId, candidateId);
    return merges.map((merge) => CandidateMergeDto.from(merge));
  }

  @Post(':candidate_id/merges/:merge_id/undo')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Undo a merge: the other person is back with their resumes' })
  @ApiOkResponse({ type: CandidateResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`merge_undone`, `merge_empty`' })
  async undo(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @UuidParam('merge_id', 'merge') mergeId: string,
  ): Promise<CandidateResponseDto> {
    return this.shown(actor, await this.merges.undo(actor, candidateId, mergeId));
  }

  private async shown(actor: Actor, person: CandidateEntity): Promise<CandidateResponseDto> {
    const sources = await this.sourcesOf(actor, [person]);
    return CandidateResponseDto.from(person, sources.get(person.id));
  }

  private sourcesOf(
    { companyId }: Actor,
    people: readonly CandidateEntity[],
  ): ReturnType<CandidateSources['of']> {
    return this.sources.of(
      companyId,
      people.map(({ id }) => id),
    );
  }
}
