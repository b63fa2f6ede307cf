import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../../common/http';
import {
  FindSlotsDto,
  SaveWorkingHoursDto,
  SlotsDto,
  WorkingHoursDto,
} from '../dto/availability.dto';
import { AvailabilityService } from './availability.service';

@ApiTags('interviews')
@Controller()
export class AvailabilityController {
  constructor(private readonly availability: AvailabilityService) {}

  @Post('interviews/slots')
  @HttpCode(200)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Propose times at which all who take part are at work and free',
    description:
      'By the working hours of the attendees, each in their own zone, and by what they and the candidate have ' +
      'planned. Without attendees: nine to five on the clock of `time_zone`. Nothing is reserved.',
  })
  @ApiOkResponse({ type: SlotsDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async slots(@CurrentActor() actor: Actor, @Body() body: FindSlotsDto): Promise<SlotsDto> {
    return SlotsDto.from(await this.availability.slots(actor, body.search()), body.time_zone);
  }

  @Get('users/:user_id/working-hours')
  @AnyRole()
  @ApiOperation({ summary: 'When somebody of your company works' })
  @ApiOkResponse({ type: WorkingHoursDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('user_id', 'user') userId: string,
  ): Promise<WorkingHoursDto> {
    return WorkingHoursDto.from(await this.availability.hoursOf(actor, userId));
  }

  @Put('users/:user_id/working-hours')
  @AnyRole()
  @ApiOperation({ summary: 'Say when you work; administrators say it of others too' })
  @ApiOkResponse({ type: WorkingHoursDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async save(
    @CurrentActor() actor: Actor,
    @UuidParam('user_id', 'user') userId: string,
    @Body() body: SaveWorkingHoursDto,
  ): Promise<WorkingHoursDto> {
    const hours = { timeZone: body.time_zone, weekly: body.weekly };
    return WorkingHoursDto.from(await this.availability.setHours(actor, userId, hours));
  }
}
