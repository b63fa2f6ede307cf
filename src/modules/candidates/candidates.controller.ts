import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { CandidatesService } from './candidates.service';
import { CandidateResponseDto } from './dto/candidate.dto';

@ApiTags('candidates')
@Controller('candidates')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List people, newest first' })
  @ApiPage(CandidateResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<CandidateResponseDto>> {
    return pageDto(await this.candidates.list(actor.companyId, query), (candidate) =>
      CandidateResponseDto.from(candidate),
    );
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
    return CandidateResponseDto.from(await this.candidates.get(actor.companyId, candidateId));
  }
}
