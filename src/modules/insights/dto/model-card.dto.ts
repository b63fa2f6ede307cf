import { ApiProperty } from '@nestjs/swagger';

export class ModelCardDto {
  @ApiProperty({ example: 'Helps people to read resumes against a job.' })
  readonly purpose!: string;

  @ApiProperty({ type: [String] })
  readonly inputs!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly not_used!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly limits!: readonly string[];

  @ApiProperty({ example: '2', description: 'Of the rules behind every score.' })
  readonly engine_version!: string;

  @ApiProperty({ example: 'all-MiniLM-L6-v2/int8/2' })
  readonly embedding_model!: string;

  @ApiProperty({ example: 'none' })
  readonly provider!: string;

  @ApiProperty({ example: 'template' })
  readonly model!: string;

  @ApiProperty({ example: 'template-1' })
  readonly prompt_version!: string;

  @ApiProperty({
    example: false,
    description: 'Whether resumes are sent to the language model; `inputs` says what of them.',
  })
  readonly sends_to_model!: boolean;

  @ApiProperty({ example: 'docs/matching.md', description: 'Where measurements are reported.' })
  readonly measured_quality!: string;
}
