import { AppError } from '../../common/errors';

/** The company's resumes are searched for this name or alias already. */
export class SkillExistsError extends AppError {
  readonly status = 409;
  readonly code = 'skill_exists';
  override readonly details: Readonly<Record<string, unknown>>;

  /** `form` as the caller wrote it; `knownAs` the skill that it means. */
  constructor(form: string, knownAs: string) {
    super(`“${form}” is known already, as ${knownAs}.`);
    this.details = { form, known_as: knownAs };
  }
}

export class TooManySkillsError extends AppError {
  readonly status = 409;
  readonly code = 'too_many_skills';

  constructor(most: number) {
    super(`A company can have ${most} skills of its own.`);
  }
}
