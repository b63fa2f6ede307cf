import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../../common/http';
import { JobTeamService } from './job-team.service';
import { PutTeamMemberDto, TeamMemberDto } from './team.dto';

@ApiTags('jobs')
@Controller('jobs/:job_id/team')
export class JobTeamController {
  constructor(private readonly team: JobTeamService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Who works on filling a job' })
  @ApiOkResponse({ type: [TeamMemberDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<TeamMemberDto[]> {
    const members = await this.team.list(actor, jobId);
    return members.map((member) => TeamMemberDto.from(member));
  }

  @Put(':user_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Add somebody to a job’s team, or give them another part in it',
    description:
      'Hiring managers and interviewers see the jobs that they manage or are on the team of, and no other. ' +
      'The part is a description: what somebody may do is said by their role in the company.',
  })
  @ApiOkResponse({ type: TeamMemberDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`, `user_not_found`' })
  async put(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('user_id', 'user') userId: string,
    @Body() body: PutTeamMemberDto,
  ): Promise<TeamMemberDto> {
    return TeamMemberDto.from(await this.team.put(actor, jobId, userId, body.role));
  }

  @Delete(':user_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Take somebody off a job’s team' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({
    type: ProblemDto,
    description: '`job_not_found`, `team_member_not_found`',
  })
  async remove(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('user_id', 'user') userId: string,
  ): Promise<void> {
    await this.team.remove(actor, jobId, userId);
  }
}
