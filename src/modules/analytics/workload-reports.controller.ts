import { Controller, Get, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  AnyRole,
  ApiPage,
  csvFile,
  type CsvValue,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
  WantsCsv,
} from '../../common/http';
import { ReplicaReads } from '../../platform/database';
import type { ApplicationRow } from './application-list.repository';
import {
  ApiReport,
  columnsOf,
  reportCsv,
  reportDto,
  type ReportDto,
  valuesOf,
} from './dto/report.dto';
import {
  ApplicationsQueryDto,
  askedIn,
  LongReportQueryDto,
  PipelineQueryDto,
  ReportQueryDto,
} from './dto/report-query.dto';
import {
  ApplicationRecordDto,
  InterviewerFiguresDto,
  PipelineFiguresDto,
  SkillFiguresDto,
} from './dto/workload-rows.dto';
import { WorkloadFigures } from './workload-figures.service';

/** What jobs ask for, and what there is to do. Every figure is defined in docs/analytics.md. */
@ApiTags('analytics')
@Controller('analytics')
@UseInterceptors(ReplicaReads)
export class WorkloadReportsController {
  constructor(private readonly figures: WorkloadFigures) {}

  @Get('skills')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Skills that open jobs ask for, and how many applications lack them' })
  @ApiReport(SkillFiguresDto, 'rows')
  async skills(
    @CurrentActor() actor: Actor,
    @Query() query: LongReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<SkillFiguresDto[]> | StreamableFile> {
    const report = await this.figures.skills(actor, askedIn(query), isCsv ? null : query.limit);
    const dto = reportDto(report, (rows) => rows.map((row) => SkillFiguresDto.from(row)));
    return isCsv ? reportCsv('skills', SkillFiguresDto, dto) : dto;
  }

  @Get('pipeline')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'What is going on, by job or by recruiter' })
  @ApiReport(PipelineFiguresDto, 'rows')
  async pipeline(
    @CurrentActor() actor: Actor,
    @Query() query: PipelineQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<PipelineFiguresDto[]> | StreamableFile> {
    const rows = { by: query.by, limit: isCsv ? null : query.limit };
    const report = await this.figures.pipeline(actor, askedIn(query), rows);
    const dto = reportDto(report, (found) => found.map((row) => PipelineFiguresDto.from(row)));
    return isCsv ? reportCsv(`pipeline-by-${query.by}`, PipelineFiguresDto, dto) : dto;
  }

  @Get('interviewers')
  @AnyRole()
  @ApiOperation({
    summary: 'How much interviewers do, and how they rate beside others',
    description: 'Interviewers see themselves only, hiring managers the interviews of their jobs.',
  })
  @ApiReport(InterviewerFiguresDto, 'rows')
  async interviewers(
    @CurrentActor() actor: Actor,
    @Query() query: ReportQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<ReportDto<InterviewerFiguresDto[]> | StreamableFile> {
    const report = await this.figures.interviewers(actor, askedIn(query));
    const dto = reportDto(report, (rows) => rows.map((row) => InterviewerFiguresDto.from(row)));
    return isCsv ? reportCsv('interviewers', InterviewerFiguresDto, dto) : dto;
  }

  @Get('applications')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'The applications behind the figures, one by one and without the person, oldest first',
    description: 'As CSV all of them, streamed.',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiPage(ApplicationRecordDto)
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  async applications(
    @CurrentActor() actor: Actor,
    @Query() query: ApplicationsQueryDto,
    @WantsCsv() isCsv: boolean,
  ): Promise<PageDto<ApplicationRecordDto> | StreamableFile> {
    if (isCsv) {
      const columns = columnsOf(ApplicationRecordDto);
      const parts = await this.figures.allApplications(actor, askedIn(query));
      return csvFile('applications', columns, linesOf(parts, columns));
    }
    const page = await this.figures.applications(actor, askedIn(query), query);
    return pageDto(page, (row) => ApplicationRecordDto.from(row));
  }
}

async function* linesOf(
  parts: AsyncIterable<readonly ApplicationRow[]>,
  columns: readonly string[],
): AsyncGenerator<CsvValue[][]> {
  for await (const rows of parts) {
    yield rows.map((row) => valuesOf(ApplicationRecordDto.from(row), columns));
  }
}
