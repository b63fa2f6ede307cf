export { CompaniesModule } from './companies.module';
export { type Company, CompaniesService } from './companies.service';
export { CompanyDto } from './dto/company.dto';
export { IsName, MAXIMUM_NAME_LENGTH } from './dto/is-name';
