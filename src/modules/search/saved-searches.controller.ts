import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
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
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import {
  CreateSavedSearchDto,
  SavedSearchAnswerDto,
  SavedSearchDto,
  UpdateSavedSearchDto,
} from './dto/saved-search.dto';
import { SearchAnswerDto } from './dto/search.dto';
import { SavedSearchesService } from './saved-searches.service';

@ApiTags('search')
@Controller('saved-searches')
export class SavedSearchesController {
  constructor(private readonly searches: SavedSearchesService) {}

  @Post()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Keep a search under a name' })
  @ApiCreatedResponse({ type: SavedSearchDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`saved_search_name_taken`' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateSavedSearchDto,
  ): Promise<SavedSearchDto> {
    const fields = CreateSavedSearchDto.toFields(body);
    return SavedSearchDto.from(await this.searches.create(actor, fields));
  }

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List the company’s saved searches, newest first' })
  @ApiPage(SavedSearchDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<SavedSearchDto>> {
    const page = await this.searches.list(actor.companyId, query);
    return pageDto(page, (search) => SavedSearchDto.from(search));
  }

  @Get(':saved_search_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Read a saved search' })
  @ApiOkResponse({ type: SavedSearchDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('saved_search_id', 'saved search') id: string,
  ): Promise<SavedSearchDto> {
    return SavedSearchDto.from(await this.searches.get(actor.companyId, id));
  }

  @Patch(':saved_search_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Change a saved search; filters are replaced as a whole' })
  @ApiOkResponse({ type: SavedSearchDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`saved_search_name_taken`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('saved_search_id', 'saved search') id: string,
    @Body() body: UpdateSavedSearchDto,
  ): Promise<SavedSearchDto> {
    const changes = UpdateSavedSearchDto.toChanges(body);
    return SavedSearchDto.from(await this.searches.update(actor.companyId, id, changes));
  }

  @Delete(':saved_search_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Delete a saved search' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('saved_search_id', 'saved search') id: string,
  ): Promise<void> {
    await this.searches.delete(actor.companyId, id);
  }

  @Post(':saved_search_id/run')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Run a saved search on the resumes of now' })
  @ApiOkResponse({ type: SavedSearchAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`embedding_model_changed`' })
  async run(
    @CurrentActor() actor: Actor,
    @UuidParam('saved_search_id', 'saved search') id: string,
  ): Promise<SavedSearchAnswerDto> {
    const { saved, answer } = await this.searches.run(actor.companyId, id);
    return { ...SearchAnswerDto.of(saved.query, answer), saved_search_id: saved.id };
  }
}
