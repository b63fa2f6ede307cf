import { Injectable } from '@nestjs/common';
import { defaultTemplate } from '../domain/default-templates';
import { type EmailKind, sampleVariables, TEMPLATE_KINDS } from '../domain/email-kinds';
import {
  type EmailTemplate,
  type RenderedEmail,
  renderTemplate,
  templateProblems,
} from '../domain/email-template';
import { EmailTemplateInvalidError } from '../notifications.errors';
import { type StoredTemplate, TemplatesRepository } from './templates.repository';

export interface TemplateOfKind extends EmailTemplate {
  readonly kind: EmailKind;
  readonly variables: readonly string[];
  /** Null while the company uses the default. */
  readonly updatedAt: Date | null;
}

/** How a company words its mail. */
@Injectable()
export class TemplatesService {
  constructor(private readonly repository: TemplatesRepository) {}

  async list(companyId: string): Promise<readonly TemplateOfKind[]> {
    const stored = new Map(
      (await this.repository.list(companyId)).map((template) => [template.kind, template]),
    );
    return TEMPLATE_KINDS.map((kind) => ofKind(kind, stored.get(kind) ?? null));
  }

  async get(companyId: string, kind: EmailKind): Promise<TemplateOfKind> {
    return ofKind(kind, await this.repository.find(companyId, kind));
  }

  /** @throws EmailTemplateInvalidError */
  async save(companyId: string, kind: EmailKind, template: EmailTemplate): Promise<TemplateOfKind> {
    check(kind, template);
    await this.repository.save(companyId, kind, template);
    return this.get(companyId, kind);
  }

  /** Back to the default. */
  async reset(companyId: string, kind: EmailKind): Promise<void> {
    await this.repository.delete(companyId, kind);
  }

  /** The company's template, or the parts given in place of its own, with samples. @throws EmailTemplateInvalidError */
  async preview(
    companyId: string,
    kind: EmailKind,
    changes: Partial<EmailTemplate>,
  ): Promise<RenderedEmail> {
    const { subject, text, html } = await this.get(companyId, kind);
    const template = { subject, text, html, ...changes };
    check(kind, template);
    return renderTemplate(template, sampleVariables(kind));
  }
}

function check(kind: EmailKind, template: EmailTemplate): void {
  const problems = templateProblems(template, Object.keys(sampleVariables(kind)));
  if (problems.length > 0) {
    throw new EmailTemplateInvalidError(problems);
  }
}

function ofKind(kind: EmailKind, stored: StoredTemplate | null): TemplateOfKind {
  const variables = Object.keys(sampleVariables(kind));
  return stored === null
    ? { ...defaultTemplate(kind), kind, variables, updatedAt: null }
    : { ...stored, variables };
}
