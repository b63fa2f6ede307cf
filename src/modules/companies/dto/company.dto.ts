import { ApiProperty } from '@nestjs/swagger';

export class CompanyDto {
  @ApiProperty({ format: 'uuid', example: '5f3c1d0e-6f0a-4c39-9d36-0f6b1a3a2e11' })
  readonly id!: string;

  @ApiProperty({ example: 'Lumen Health' })
  readonly name!: string;
}
