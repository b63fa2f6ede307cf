/** Kinds of tools that recruiters ask for as such, and the skills of each kind. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bdatabases?\b|\bdbms\b/iu,
    /\b(?:postgresql|mysql|mariadb|oracle|sql server|sqlite|mongodb|redis|cassandra|dynamodb|db2|couchdb|neo4j|elasticsearch|ms access|microsoft access)\b/iu,
  ],
  [
    /\bdata warehouses?\b/iu,
    /\b(?:snowflake|bigquery|redshift|synapse|databricks|teradata|data warehousing)\b/iu,
  ],
  [
    /\bvisuali[sz]ation\b|\bdashboard(?:s|ing)?\b|\bbi tools?\b|\bbusiness intelligence\b|\breporting tools?\b/iu,
    /\b(?:tableau|power bi|looker|qlik\w*|grafana|metabase|superset|cognos|crystal reports)\b/iu,
  ],
  [
    /\berp\b|\bbusiness software\b/iu,
    /\b(?:sap|dynamics|navision|netsuite|oracle (?:erp|ebs)|odoo|sage|infor|jd edwards|peoplesoft)\b/iu,
  ],
  [/\bcrm\b|\bsales software\b/iu, /\b(?:salesforce|hubspot|zoho|pipedrive|dynamics|siebel)\b/iu],
  [
    /\b(?:accounting|bookkeeping|tax) (?:software|systems?|programs?|tools?)\b/iu,
    /\b(?:quickbooks|xero|sage|datev|sap|dynamics|netsuite|freshbooks|peachtree|lexware)\b/iu,
  ],
  [
    /\b(?:hr|human resources|personnel|payroll) (?:software|systems?|programs?|tools?)\b/iu,
    /\b(?:workday|successfactors|bamboohr|personio|adp|peoplesoft|ukg|kronos|hris)\b/iu,
  ],
  [
    /\bcloud (?:providers?|platforms?|services?|environments?)\b|\bclouds\b/iu,
    /\b(?:aws|azure|google cloud|gcp|openstack|digitalocean|heroku)\b/iu,
  ],
  [
    /\b(?:design|graphics?|drawing) (?:software|programs?|tools?)\b/iu,
    /\b(?:figma|sketch|photoshop|illustrator|indesign|canva|adobe \w+|affinity|coreldraw)\b/iu,
  ],
  [
    /\b(?:content management|cms)\b/iu,
    /\b(?:wordpress|drupal|typo3|joomla|contentful|sitecore|adobe experience manager)\b/iu,
  ],
  [
    /\b(?:booking|reservations?|hotel|property management) (?:software|systems?|programs?|tools?)\b/iu,
    /\b(?:opera(?: cloud| pms)?|fidelio|protel|mews|cloudbeds|amadeus|sabre|galileo|opentable|resy)\b/iu,
  ],
  [
    /\b(?:shop|e-?commerce) (?:software|systems?|platforms?|tools?)\b/iu,
    /\b(?:shopify|magento|woocommerce|shopware|prestashop|bigcommerce)\b/iu,
  ],
  [
    /\bproject management (?:software|systems?|programs?|tools?)\b|\bticket(?:ing)? (?:systems?|tools?)\b/iu,
    /\b(?:jira|asana|trello|ms project|microsoft project|monday\.com|basecamp|servicenow|zendesk|primavera)\b/iu,
  ],
  [
    /\b(?:patient|medical|health|clinical)(?: records?)? (?:software|systems?|programs?|tools?)\b|\behr\b|\belectronic (?:(?:patient|health|medical) )?records?\b/iu,
    /\b(?:epic|cerner|emis|systmone|meditech|allscripts|athenahealth|dentally)\b/iu,
  ],
  [
    /\b(?:learning|teaching) (?:platforms?|software|systems?|tools?)\b/iu,
    /\b(?:moodle|google classroom|canvas|blackboard|microsoft teams|articulate)\b/iu,
  ],
  [
    /\bstatistic(?:s|al) (?:software|programs?|packages?|tools?)\b/iu,
    /\b(?:spss|stata|sas|r|matlab|minitab|jmp)\b/iu,
  ],
  [
    /\boperating systems?\b/iu,
    /\b(?:linux|unix|windows(?: server)?|macos|ubuntu|debian|red hat|android|ios)\b/iu,
  ],
  [
    /\bcad\b/iu,
    /\b(?:autocad|solidworks|catia|revit|inventor|creo|sketchup|archicad|fusion 360|rhino)\b/iu,
  ],
  [
    /\b(?:web |frontend |backend )?frameworks?\b/iu,
    /\b(?:react|angular|vue\S*|svelte|django|flask|fastapi|spring\w*(?: boot)?|rails|laravel|symfony|express\S*|nestjs|next\.js|\.net\w*)\b/iu,
  ],
];

/** Whether a skill is of the kind that a question asks for; null when it asks for no kind. */
export function kindOfToolIn(question: string): ((skill: string) => boolean) | null {
  const kind = KINDS.find(([asked]) => asked.test(question));
  return kind === undefined ? null : (skill) => kind[1].test(skill);
}
