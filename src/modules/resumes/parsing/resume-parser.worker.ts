import { SkillMatcher } from '../../skills/domain/skill-matcher';
import { VOCABULARY } from '../../skills/vocabulary';
import { UnreadableDocumentError } from '../domain/document/document.errors';
import { MIME_TYPES } from '../domain/document/mime-types';
import { detectFileType, readDocument } from '../domain/document/read-document';
import { extractProfile } from '../domain/profile/extract-profile';
import type { Resume } from '../domain/profile/profile';
import { titleOf } from '../domain/profile/profile-title';
import type { ParseAnswer, ParseRequest, ResumeSkill } from './parser.messages';

const vocabulary = new SkillMatcher(VOCABULARY);

/** File to profile, in a thread of its own; see `ResumeParser`. */
export async function parse(request: ParseRequest): Promise<ParseAnswer> {
  try {
    const document = await readDocument(request.bytes, { maxPages: request.maxPages });
    const type = await detectFileType(request.bytes);
    const matcher = vocabulary.withExtra(request.companySkills);
    const { profile, flags, quality } = extractProfile(document, {
      skills: (content, regions) => matcher.match(content, regions),
      today: new Date(request.today),
    });
    return {
      ok: true,
      resume: {
        mimeType: type === null ? 'application/octet-stream' : MIME_TYPES[type],
        content: document.content,
        profile,
        extraction: {
          state: 'parsed',
          method: document.method,
          quality,
          flags,
          page_count: document.pageCount,
        },
        skills: skillsOf(profile, matcher),
        title: titleOf(profile),
      },
    };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) {
      return { ok: false, reason: error.reason, message: error.message };
    }
    throw error;
  }
}

/** The named skills and those that they imply, with the evidence of the skill that implies them. */
function skillsOf(profile: Resume, matcher: SkillMatcher): ResumeSkill[] {
  const named = profile.skills.map((skill) => ({
    skill: skill.name,
    category: skill.category,
    impliedBy: null,
    evidence: skill.evidence,
    years: skill.years,
    lastUsed: skill.last_used,
  }));
  const byName = new Map(named.map((skill) => [skill.skill, skill]));
  const implied = [...matcher.implied(byName.keys())].flatMap(([name, by]) => {
    const source = byName.get(by);
    const definition = matcher.canonical(name);
    return source === undefined || definition === null || byName.has(name)
      ? []
      : [{ ...source, skill: name, category: definition.category, impliedBy: by }];
  });
  return [...named, ...implied];
}
