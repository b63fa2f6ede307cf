import {
  applyDecorators,
  Controller,
  HttpCode,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles } from '../../common/http';
import { IdempotencyInterceptor } from '../idempotency';
import { ImportFormDto, ImportQueryDto, ImportReportDto } from './dto/transfers.dto';
import { ImportsService } from './imports.service';
import { ImportFileMissingError } from './transfers.errors';

const REFUSALS =
  '`csv_wrong_encoding`, `csv_not_text`, `csv_malformed`, `import_invalid`, `validation_failed`';
const RULES =
  'UTF-8, UTF-16 and Windows-1252 are told apart, and so are commas, semicolons and tabs. Columns are found by their ' +
  'headers, in several languages. A file is imported whole or, when a row is not valid, not at all; what is known ' +
  'already stays as it is.';

/** A table as the form's `file`, once for each idempotency key, and what both kinds of import answer. */
function TakesTable(summary: string): MethodDecorator {
  return applyDecorators(
    UseInterceptors(FileInterceptor('file'), IdempotencyInterceptor),
    ApiOperation({ summary, description: RULES }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ type: ImportFormDto }),
    ApiOkResponse({ type: ImportReportDto }),
    ApiBadRequestResponse({ type: ProblemDto, description: '`file_missing`' }),
    ApiPayloadTooLargeResponse({ type: ProblemDto, description: '`too_many_rows`' }),
    ApiUnprocessableEntityResponse({ type: ProblemDto, description: REFUSALS }),
  );
}

@ApiTags('import and export')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post('candidates')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @TakesTable('Import people from a CSV table, told apart by e-mail address')
  async candidates(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Query() query: ImportQueryDto,
  ): Promise<ImportReportDto> {
    const report = await this.imports.importCandidates(actor, bytesOf(file), isDryRun(query));
    return ImportReportDto.from(report);
  }

  @Post('jobs')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @TakesTable('Import jobs from a CSV table, told apart by title and location')
  async jobs(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Query() query: ImportQueryDto,
  ): Promise<ImportReportDto> {
    const report = await this.imports.importJobs(actor, bytesOf(file), isDryRun(query));
    return ImportReportDto.from(report);
  }
}

function isDryRun({ dry_run: dryRun }: ImportQueryDto): boolean {
  return dryRun === 'true';
}

function bytesOf(file: Express.Multer.File | undefined): Buffer {
  if (file === undefined) {
    throw new ImportFileMissingError();
  }
  return file.buffer;
}
