/**
 * Terms that stand in the skills sections of resumes and name nothing a person can do: parts of
 * sentences and headings, years, single letters of product names, roles and things. The evaluation
 * leaves them out of what should be found; everything else that is missed counts as missed.
 */
export const NON_SKILLS: ReadonlySet<string> = new Set(
  [
    // Whom and what the work is about, not the work.
    'client, clients, customer, clientele, personnel, staff, team, employee, agency, council, public',
    'department of health, doh, home office, enterprise, business, market, government, council',
    'materials, products, product, project, programs, program, cases, funds, money, cash, credit',
    'debit, equity, profit, risk, claims, accounts, of accounts, accounts and, accounts for, payments',
    'meetings, conferences, seminars, workshops, phone, phones, telephone, telephones, mail, letters',
    'forms, tables, notes, page, book, articles, stories, statements, records, reports, charts, graphs',
    'machinery, machine, equipment, monitors, cables, cable, modems, processors, memory, cpu, hub',
    'switch, gateway, desktop, camera, cameras, photo, television, tv, radio, newspaper, newspapers',
    'drivers, cabinets, bridges, weapons, automobiles, transmission, transmissions, oil, utilities',
    'army, navy, naval, police, council, computer, software, internet, web, net, data, information',
    'technology, system, systems, network hardware, environment, class, store, building, threads',
    // Roles.
    'director, supervisor, manager, leader, engineer, developer, technician, associate, analyst',
    'controller, administrator, instructor, educator, coach, inspector, author, artist, speaker',
    'integrator, driver, novel, senior, expert, professional, employee, contract, controller, liaison',
    'solver, motivator, team liaison',
    // Words of sentences and headings.
    'progress, functional, basic, focus, content, direction, fast, features, approach, works, balance',
    'core accomplishments, read, reading, next, image, conversion, requirement, requirements, quick',
    'unique, satisfaction, specification, support, and, basis, integration, neat, award, structured',
    'etc, logging, real-time, real time, trend, relevant experience, skills, problem, win, window',
    'dec, nt, edge, achievements, control, composition, general, filling, positioning, view, technical',
    'oct, dc, increase, natural, concise, abc, frame, settlements, file, million, service, human',
    'clarify, performance, its, strong, prime, mark, tops, responsible, peak, plans, proficiency',
    'issue receipts, wise, excellent, adjustments, exceed, arrangements, solving, improvement, power',
    'point, suite, certified, max, visual, voice, advanced, time, translated, processing, cost',
    'accountable for, designed, draw, driven, positive, sheet, care, exceptional, answering, entry',
    'implementation, needs, magic, six, alpha, ability, estate, real, knowledge of, recovery, loss',
    'releases, annual, collateral, implementing, dynamic, platinum, crystal, knowledge, techniques',
    'thinking, structured software, in sales, of sales, the sales, and sales, sales and, with sales',
    'development, processes, process, operations, type, written, oral, organization, relations',
    'delivery, managing, procedures, policies, quality, scientific, competitive, dedicated, motivated',
    // Dates, places, makers and fragments.
    '2000, 2007, 2009, 2010, 2011, 2012, 2014, 2015, 2016, 98, com, ca, ma, hp, ibm, dell, intel',
    'siemens, toshiba, sun, ms, msc, phd, sat, fm, sms, cd, cl, vm, vc, pc s, all microsoft, itil v',
  ].flatMap((line) => line.split(',').map((term) => term.trim())),
);
