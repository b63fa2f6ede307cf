import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles, UuidParam } from '../../common/http';
import { CreateSearchRunDto, SearchRunDto } from './dto/search-run.dto';
import { SearchRunsService } from './search-runs.service';

@ApiTags('search')
@Controller('search-runs')
export class SearchRunsController {
  constructor(private readonly runs: SearchRunsService) {}

  @Post()
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Search by a whole job offer with weights for skills, experience and education',
  })
  @ApiCreatedResponse({ type: SearchRunDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`embedding_model_changed`' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateSearchRunDto,
  ): Promise<SearchRunDto> {
    const { skill, experience, education } = body.weights;
    const request = {
      jobOfferText: body.job_offer_text,
      weights: { skill, experience, education },
      topK: body.top_k,
    };
    return SearchRunDto.from(await this.runs.run(actor, request));
  }

  @Get(':search_run_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'A search run as it was ranked' })
  @ApiOkResponse({ type: SearchRunDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('search_run_id', 'search run') id: string,
  ): Promise<SearchRunDto> {
    return SearchRunDto.from(await this.runs.get(actor.companyId, id));
  }
}
