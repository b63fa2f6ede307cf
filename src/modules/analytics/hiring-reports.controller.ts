import { Controller, Get, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Roles, WantsCsv } from '../../common/http';
import { ReplicaReads } from '../../platform/database';
import {
  DurationFiguresDto,
  FunnelFiguresDto,
  OverviewFiguresDto,
  SourceFiguresDto,
  TimeInStageFiguresDto,
} from './dto/hiring-rows.dto';
import { ApiReport, oneRowCsv, reportCsv, reportDto, type ReportDto } from './dto/report.dto';
import { askedIn, ReportQueryDto } from './dto/report-query.dto';
import { HiringFigures } from './hiring-figures.service';

/** What became of applications. Every figure is defined in docs/analytics.md. */
@ApiTags('analytics')
@Controller('analytics')
@UseInterceptors(ReplicaReads)
export class HiringReportsController {
  constructor(private readonly figures: HiringFigures) {}

  @Get('overview')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'The period in a few figures; hiring managers see their jobs’' })
  @ApiReport(OverviewFiguresDto, 'one')
  async overview(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<OverviewFiguresDto> | StreamableFile> {
    const report = await this.figures.overview(actor, askedIn(query));
    const dto = reportDto(report, (figures) => OverviewFiguresDto.from(figures));
    return isCsv ? oneRowCsv('overview', OverviewFiguresDto, dto) : dto;
  }

  @Get('funnel')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary:
      'How far the applications came that began in the period, and the conversion at each step',
  })
  @ApiReport(FunnelFiguresDto, 'rows')
  async funnel(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<FunnelFiguresDto[]> | StreamableFile> {
    const report = await this.figures.funnel(actor, askedIn(query));
    const dto = reportDto(report, (funnel) => FunnelFiguresDto.allFrom(funnel));
    return isCsv ? reportCsv('funnel', FunnelFiguresDto, dto) : dto;
  }

  @Get('time-in-stage')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'How long statuses lasted that applications left in the period' })
  @ApiReport(TimeInStageFiguresDto, 'rows')
  async timeInStage(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<TimeInStageFiguresDto[]> | StreamableFile> {
    const report = await this.figures.timeInStage(actor, askedIn(query));
    const dto = reportDto(report, (rows) => rows.map((row) => TimeInStageFiguresDto.from(row)));
    return isCsv ? reportCsv('time-in-stage', TimeInStageFiguresDto, dto) : dto;
  }

  @Get('time-to-hire')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'From the beginning of an application to the hire, of the period’s hires',
  })
  @ApiReport(DurationFiguresDto, 'one')
  async timeToHire(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<DurationFiguresDto> | StreamableFile> {
    const report = await this.figures.timeToHire(actor, askedIn(query));
    const dto = reportDto(report, (durations) => DurationFiguresDto.from(durations));
    return isCsv ? oneRowCsv('time-to-hire', DurationFiguresDto, dto) : dto;
  }

  @Get('time-to-fill')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'From the opening of a job to its first hire, of the openings filled in the period',
  })
  @ApiReport(DurationFiguresDto, 'one')
  async timeToFill(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<DurationFiguresDto> | StreamableFile> {
    const report = await this.figures.timeToFill(actor, askedIn(query));
    const dto = reportDto(report, (durations) => DurationFiguresDto.from(durations));
    return isCsv ? oneRowCsv('time-to-fill', DurationFiguresDto, dto) : dto;
  }

  @Get('sources')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Where applications came from, and how good they were' })
  @ApiReport(SourceFiguresDto, 'rows')
  async sources(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<SourceFiguresDto[]> | StreamableFile> {
    const report = await this.figures.sources(actor, askedIn(query));
    const dto = reportDto(report, (rows) => rows.map((row) => SourceFiguresDto.from(row)));
    return isCsv ? reportCsv('sources', SourceFiguresDto, dto) : dto;
  }
}
