import { Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  csvFile,
  type CsvValue,
  CurrentActor,
  Roles,
  UuidParam,
} from '../../common/http';
import { ApiQueueFull } from '../tasks';
import { CompanyExportsService } from './company-exports.service';
import {
  CANDIDATE_COLUMNS,
  candidateCells,
  CompanyExportDto,
  JOB_COLUMNS,
  jobCells,
} from './dto/transfers.dto';
import { ExportsService } from './exports.service';

@ApiTags('import and export')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly tables: ExportsService,
    private readonly archives: CompanyExportsService,
  ) {}

  @Get('candidates')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'All people as a CSV table, which an import takes' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async candidates(@CurrentActor() { companyId }: Actor): Promise<StreamableFile> {
    const rows = await this.tables.candidates(companyId);
    return csvFile('candidates', CANDIDATE_COLUMNS, cellsOf(rows, candidateCells));
  }

  @Get('jobs')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'All jobs as a CSV table, which an import takes' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  jobs(@CurrentActor() { companyId }: Actor): StreamableFile {
    return csvFile('jobs', JOB_COLUMNS, cellsOf(this.tables.jobs(companyId), jobCells));
  }

  @Post('company')
  @HttpCode(202)
  @Roles('admin')
  @ApiOperation({
    summary: 'Everything that is stored of the company as a .zip, made in the background',
    description:
      'JSON lines for each table, the uploaded files, and a manifest with counts and SHA-256. Without passwords, keys ' +
      'and what can be computed again.',
  })
  @ApiAcceptedResponse({ type: CompanyExportDto })
  @ApiQueueFull()
  async request(@CurrentActor() actor: Actor): Promise<CompanyExportDto> {
    return CompanyExportDto.from(await this.archives.request(actor));
  }

  @Get('company/:export_id')
  @Roles('admin')
  @ApiOperation({ summary: 'How an export stands' })
  @ApiOkResponse({ type: CompanyExportDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('export_id', 'export') exportId: string,
  ): Promise<CompanyExportDto> {
    return CompanyExportDto.from(await this.archives.get(actor.companyId, exportId));
  }

  @Get('company/:export_id/file')
  @Roles('admin')
  @ApiOperation({ summary: 'The archive, for 24 hours after it was made' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`export_not_ready`' })
  @ApiGoneResponse({ type: ProblemDto, description: '`export_expired`' })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  async file(
    @CurrentActor() actor: Actor,
    @UuidParam('export_id', 'export') exportId: string,
  ): Promise<StreamableFile> {
    const { bytes, sizeBytes } = await this.archives.file(actor, exportId);
    return new StreamableFile(bytes, {
      type: 'application/zip',
      length: sizeBytes,
      disposition: 'attachment; filename="company-export.zip"',
    });
  }
}

async function* cellsOf<Row>(
  parts: AsyncIterable<readonly Row[]>,
  cells: (row: Row) => readonly CsvValue[],
): AsyncGenerator<(readonly CsvValue[])[]> {
  for await (const rows of parts) {
    yield rows.map(cells);
  }
}
