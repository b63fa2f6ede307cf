import { Injectable } from '@nestjs/common';
import type { TaskProcessor } from '../tasks';
import { CompanyExportsService } from './company-exports.service';

type Kinds = 'transfers.export-company' | 'transfers.remove-export';

/** Makes archives in the background, and takes them away again. */
@Injectable()
export class TransfersProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'transfers.export-company': (context) => this.exports.make(context),
    'transfers.remove-export': (context) => this.exports.remove(context),
  };

  constructor(private readonly exports: CompanyExportsService) {}
}
