/**
 * Terms that stand in the skills sections of resumes and name nothing a person can do: parts of
 * sentences and headings, years, single letters of product names, roles and things. The evaluation
 * leaves them out of what should be found; everything else that is missed counts as missed. Where a word
 * may stand for a skill ("risk", "radio", "weapons") it is not here, found or not.
 */
export const NON_SKILLS: ReadonlySet<string> = new Set(
  [
    // Whom and what the work is about, not the work.
    'client, clients, customer, clientele, personnel, staff, team, employee, agency, council, public',
    'department of health, doh, home office, enterprise, business, market, government',
    'materials, products, product, project, programs, program, cases, funds, money, cash, credit',
    'debit, profit, accounts, of accounts, accounts and, accounts for, payments',
    'meetings, conferences, phone, phones, telephone, telephones, mail, letters',
    'forms, tables, notes, page, book, articles, stories, statements, records, reports, charts, graphs',
    'machine, equipment, monitors, cables, cable, modems, processors, cpu, hub',
    'switch, gateway, desktop, camera, cameras, newspaper, newspapers',
    'drivers, bridges, automobiles, oil, utilities',
    'army, navy, naval, police, computer, software, internet, web, net, data, information',
    'technology, system, systems, environment, class, store, building, threads',
    // Roles.
    'director, supervisor, manager, leader, engineer, developer, technician, associate, analyst',
    'controller, administrator, instructor, educator, coach, inspector, author, artist, speaker',
    'integrator, driver, senior, expert, professional, contract, liaison',
    'solver, motivator, team liaison',
    // Words of sentences and headings.
    'progress, functional, basic, focus, content, direction, fast, features, approach, works, balance',
    'core accomplishments, read, next, requirement, requirements, quick',
    'unique, satisfaction, specification, support, and, basis, neat, award, structured',
    'etc, real-time, real time, trend, relevant experience, skills, problem, win, window',
    'dec, edge, achievements, control, general, filling, view, technical',
    'oct, dc, increase, natural, concise, abc, frame, file, million, service, human',
    'clarify, performance, its, strong, prime, mark, tops, responsible, peak, plans, proficiency',
    'issue receipts, wise, excellent, adjustments, exceed, arrangements, solving, improvement, power',
    'point, suite, certified, max, visual, advanced, time, translated, processing, cost',
    'accountable for, designed, draw, driven, positive, sheet, care, exceptional, answering, entry',
    'implementation, needs, magic, six, alpha, ability, estate, real, knowledge of, recovery, loss',
    'releases, annual, implementing, dynamic, platinum, crystal, knowledge, techniques',
    'thinking, structured software',
    'development, processes, process, type, organization, relations',
    'delivery, managing, procedures, policies, quality, scientific, competitive, dedicated, motivated',
    // Dates, places, makers and fragments.
    '2000, 2007, 2009, 2010, 2011, 2012, 2014, 2015, 2016, 98, com, ca, ma, hp, ibm, dell, intel',
    'siemens, toshiba, sun, msc, phd, sat, fm, sms, cd, cl, vm, vc, pc s, all microsoft',
  ].flatMap((line) => line.split(',').map((term) => term.trim())),
);
