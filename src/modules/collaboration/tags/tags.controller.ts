import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../../common/http';
import { CountedTagDto, TagDto, WriteTagDto } from '../dto/tag.dto';
import { TagsService } from './tags.service';

@ApiTags('candidates')
@Controller()
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get('tags')
  @AnyRole()
  @ApiOperation({ summary: 'The company’s tags for people, by name' })
  @ApiOkResponse({ type: [CountedTagDto] })
  async list(@CurrentActor() actor: Actor): Promise<CountedTagDto[]> {
    const tags = await this.tags.list(actor.companyId);
    return tags.map((tag) => CountedTagDto.counted(tag));
  }

  @Post('tags')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Add a tag' })
  @ApiCreatedResponse({ type: TagDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`tag_name_taken`' })
  async add(@CurrentActor() actor: Actor, @Body() body: WriteTagDto): Promise<TagDto> {
    return TagDto.from(await this.tags.add(actor.companyId, body.name));
  }

  @Patch('tags/:tag_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Rename a tag' })
  @ApiOkResponse({ type: TagDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`tag_name_taken`' })
  async rename(
    @CurrentActor() actor: Actor,
    @UuidParam('tag_id', 'tag') tagId: string,
    @Body() body: WriteTagDto,
  ): Promise<TagDto> {
    return TagDto.from(await this.tags.rename(actor.companyId, { id: tagId, name: body.name }));
  }

  @Delete('tags/:tag_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Delete a tag, also from everybody who has it' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async remove(
    @CurrentActor() actor: Actor,
    @UuidParam('tag_id', 'tag') tagId: string,
  ): Promise<void> {
    await this.tags.remove(actor.companyId, tagId);
  }

  @Get('candidates/:candidate_id/tags')
  @AnyRole()
  @ApiOperation({ summary: 'A person’s tags' })
  @ApiOkResponse({ type: [TagDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async ofCandidate(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
  ): Promise<TagDto[]> {
    const tags = await this.tags.ofCandidate(actor, candidateId);
    return tags.map((tag) => TagDto.from(tag));
  }

  @Put('candidates/:candidate_id/tags/:tag_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Give a person a tag; all their tags then' })
  @ApiOkResponse({ type: [TagDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async give(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @UuidParam('tag_id', 'tag') tagId: string,
  ): Promise<TagDto[]> {
    const tags = await this.tags.give(actor, { candidateId, tagId });
    return tags.map((tag) => TagDto.from(tag));
  }

  @Delete('candidates/:candidate_id/tags/:tag_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Take a tag from a person' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async take(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @UuidParam('tag_id', 'tag') tagId: string,
  ): Promise<void> {
    await this.tags.take(actor, { candidateId, tagId });
  }
}
