import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles } from '../../common/http';
import { CompaniesService } from './companies.service';
import { CompanySettingsDto, UpdateCompanyDto } from './dto/company-settings.dto';

@ApiTags('company')
@Controller('company')
export class CompaniesController {
  constructor(private readonly companies: CompaniesService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Your company' })
  @ApiOkResponse({ type: CompanySettingsDto })
  async get(@CurrentActor() actor: Actor): Promise<CompanySettingsDto> {
    return CompanySettingsDto.from(await this.companies.get(actor.companyId));
  }

  @Patch()
  @Roles('admin')
  @ApiOperation({ summary: 'Change the address of the careers page, or switch it on and off' })
  @ApiOkResponse({ type: CompanySettingsDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`slug_taken`' })
  async update(
    @CurrentActor() actor: Actor,
    @Body() body: UpdateCompanyDto,
  ): Promise<CompanySettingsDto> {
    const change = {
      ...(body.slug === undefined ? {} : { slug: body.slug }),
      ...(body.careers_enabled === undefined ? {} : { careersEnabled: body.careers_enabled }),
    };
    return CompanySettingsDto.from(await this.companies.update(actor.companyId, change));
  }
}
