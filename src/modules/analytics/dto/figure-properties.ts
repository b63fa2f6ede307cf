import { ApiProperty } from '@nestjs/swagger';

/** How many; a report has it always. */
export const Count = (example: number, description?: string): PropertyDecorator =>
  ApiProperty({ example, ...(description === undefined ? {} : { description }) });

/** Null where there is nothing that it could be of. */
const figureOrNull = (example: number, description?: string): PropertyDecorator =>
  ApiProperty({
    example,
    nullable: true,
    type: Number,
    ...(description === undefined ? {} : { description }),
  });

/** How many, where counting makes sense. */
export const CountOrNull = figureOrNull;

/** A length of time in days, to the quarter hour. */
export const Days = figureOrNull;

/** A part of a whole, from 0 to 1. */
export const Share = figureOrNull;

/** A mean of ratings, or a difference of means. */
export const Mean = figureOrNull;
