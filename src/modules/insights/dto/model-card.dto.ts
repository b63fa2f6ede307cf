import { ApiProperty } from '@nestjs/swagger';

export class PromptVersionsDto {
  @ApiProperty({ example: 'analysis-2' })
  readonly analysis!: string;

  @ApiProperty({ example: 'review-1' })
  readonly review!: string;

  @ApiProperty({ example: 'structuring-3' })
  readonly structuring!: string;
}

export class MeasuredFigureDto {
  @ApiProperty({ example: 'Order of candidates by match score, 60 jobs over 1,218 resumes' })
  readonly what!: string;

  @ApiProperty({ example: 'nDCG@10' })
  readonly measure!: string;

  @ApiProperty({ example: '.794', description: '1 is perfect.' })
  readonly value!: string;

  @ApiProperty({ example: '.621, by counting words (BM25)', nullable: true, type: String })
  readonly compared_with!: string | null;

  @ApiProperty({ example: 'docs/matching.md', description: 'Where it is reported how.' })
  readonly source!: string;
}

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

  @ApiProperty({
    type: PromptVersionsDto,
    description: 'Of the words for the language model, or of the rules where there is none.',
  })
  readonly prompt_versions!: PromptVersionsDto;

  @ApiProperty({
    example: false,
    description: 'Whether resumes are sent to the language model; `inputs` says what of them.',
  })
  readonly sends_to_model!: boolean;

  @ApiProperty({ type: [MeasuredFigureDto] })
  readonly measured_quality!: readonly MeasuredFigureDto[];
}
