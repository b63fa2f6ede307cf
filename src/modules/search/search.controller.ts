import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles } from '../../common/http';
import { ReplicaReads } from '../../platform/database';
import { SearchFiltersDto } from './dto/filters.dto';
import {
  HybridSearchDto,
  SearchAnswerDto,
  SearchPageDto,
  SemanticSearchDto,
  StructuredSearchDto,
} from './dto/search.dto';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller('search')
@UseInterceptors(ReplicaReads)
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Post('semantic')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Resumes with the passages closest in meaning to a query',
    description: 'The query is taken as a description; operators have no meaning here.',
  })
  @ApiOkResponse({ type: SearchAnswerDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`embedding_model_changed`' })
  async semantic(
    @CurrentActor() actor: Actor,
    @Body() body: SemanticSearchDto,
  ): Promise<SearchAnswerDto> {
    const page = SearchPageDto.pageOf(body);
    return SearchAnswerDto.of(
      body.query,
      await this.search.semantic(actor.companyId, body.query, page),
    );
  }

  @Post('structured')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Resumes that fulfil every filter',
    description:
      'The score is the strength of the evidence: skills named rather than implied and for more years; without skills, the years of experience.',
  })
  @ApiOkResponse({ type: SearchAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: 'No such person in `worked_with`.' })
  async structured(
    @CurrentActor() actor: Actor,
    @Body() body: StructuredSearchDto,
  ): Promise<SearchAnswerDto> {
    const filters = SearchFiltersDto.toFilters(body.filters);
    const page = SearchPageDto.pageOf(body);
    return SearchAnswerDto.of(null, await this.search.structured(actor.companyId, filters, page));
  }

  @Post('hybrid')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Resumes by words, meaning and skills, within filters',
    description:
      'The lists are fused by reciprocal rank (k = 60). With "quotes", AND, OR, NOT, -word, (brackets) or prefix* the query is a condition that every result fulfils.',
  })
  @ApiOkResponse({ type: SearchAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: 'No such person in `worked_with`.' })
  @ApiConflictResponse({ type: ProblemDto, description: '`embedding_model_changed`' })
  async hybrid(
    @CurrentActor() actor: Actor,
    @Body() body: HybridSearchDto,
  ): Promise<SearchAnswerDto> {
    const filters = SearchFiltersDto.toFilters(body.filters);
    const page = SearchPageDto.pageOf(body);
    return SearchAnswerDto.of(
      body.query,
      await this.search.hybrid(actor.companyId, body.query, filters, page),
    );
  }
}
