/**
 * Given names that are common somewhere in the world, without accents. One of several proofs that a
 * line is a person's name, never a condition: most people's names are not in any list.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaliyah aaron abby abdul abdullah abel abhishek abigail abraham ada adam adel adele adelina aditi aditya adrian adriana
  adrien agata agnes agnieszka ahmad ahmed aidan aiden aileen aimee aisha ajay akash akhil akiko alain alan alana alba albert alberto
  aleksander aleksandra alejandra alejandro alessandra alessandro alessia alex alexa alexander alexandra alexandre alexandria
  alexei alexey alexia alexis alfonso alfred alfredo ali alice alicia alina alisha alison allan allen allison alma alvaro alvin alyssa
  amanda amar amber amelia amelie amina amine amir amit amy ana anastasia anders andre andrea andreas andrei andres andrew andrey andrzej
  andy anette angel angela angelica angelina angelo anika anil anisha anita anja anjali ankit ankita ann anna annabelle anne annette
  annie annika antje anthony antoine anton antonella antonia antonio antony anup anurag anya april archana ariana ariel arjun arlene
  armando arnaud arne arnold aron arthur artur arturo arun arvind asha ashish ashley ashok astrid asya athena aubrey audrey august
  aurelie aurora austin ava axel ayaan ayesha ayse aysegul aziz barbara barry bart beata beatrice beatriz becky bella ben benedict
  benedikt benjamin benoit bernadette bernard bernd bernhard beth bethany betty bettina beverly bharat bianca bill billy birgit bjorn
  blake bob bobby bogdan bonnie boris brad bradley brady brandi brandon brandy branislav brenda brendan brent brett brian briana
  bridget brigitte britney brittany brittney brooke bruce bruno bryan bryce caitlin caleb calvin cameron camila camille candace
  candice carina carl carla carlo carlos carly carmen carol carole carolin carolina caroline carolyn carrie carsten casey cassandra
  catalina catarina catherine cathy cecile cecilia cedric celia celine cesar chad chandra charlene charles charlie charlotte
  chelsea chen cheryl chiara chioma chloe chris christa christelle christian christiane christin christina christine christoph
  christophe christopher christy cindy claire clara clarence clarissa claudia claudio clayton clement cliff clifford
  clinton clive cody colette colin colleen connor conor constance constantin cora corey corinne cory courtney craig cristian
  cristiano cristina crystal curtis cynthia dagmar daisy dale damian damien dan dana daniel daniela daniele daniella danielle
  danny daphne daria dario darius darlene darrell darren darryl daryl dave david davide dawn dean deanna deborah debra deepa deepak
  deepika delia delphine denis denise dennis derek derrick desiree destiny devin devon diana diane dick diego dieter dilip dillon dimitri
  dinesh dirk divya dmitri dmitry dolores dominic dominik dominique don donald donna dora doreen dorian doris dorothea dorothy
  doug douglas duncan dustin dwayne dylan earl ebony eddie edgar edith edmund eduard eduardo edward edwin eileen elaine elena eleanor
  eleni eli elias elif elijah elina elisa elisabeth elise eliza elizabeth ella ellen elliot elliott elmar elodie eloise elsa elvira
  emanuel emeka emelie emerson emil emilia emilie emilio emily emine emir emma emmanuel emmanuelle emre enrico enrique eric erica erich
  erik erika erin ernest ernesto esra esteban estelle esther ethan etienne eugen eugene eugenia eun eva evan eve evelyn ewa fabian
  fabien fabio fabrice faisal farah farhan farid fatima fatma federica federico felicia felicity felipe felix ferdinand fernanda
  fernando filip filippo fiona flavia flora florence florian floyd frances francesca francesco francis francisca francisco francois
  francoise frank franklin franz fred freddie frederic frederick frederik frieda friedrich fritz gabriel gabriela gabriele
  gabriella gabrielle gael ganesh gareth garrett gary gaurav gavin gaston gemma gene genevieve geoff geoffrey george georgia georgina
  gerald geraldine gerard gerd gerhard gertrud gilbert gilles gina giorgio giovanna giovanni gisela giulia giuseppe gladys
  glen glenda glenn gloria gonzalo gopal gordon grace graciela graham grant greg gregor gregory greta guadalupe guido guillaume
  guillermo gunnar gunter gunther gurpreet gustav gustavo guy gwen hadi hakan haley hamza han hana hanna hannah hans hao harald hari
  harold harriet harry harsh haruka haruto harvey hasan hassan hazel heather hector heidi heike heiko heinrich heinz helen helena
  helene helga helmut hemant henri henrik henry herbert herman hermann hilary hilda hiroshi holger holly hong horst howard
  hubert hugh hugo huseyin ian ibrahim ida ignacio igor ilona ilse imran ines inga inge ingrid inna irena irene irina iris irma isaac
  isabel isabella isabelle isaiah ismail israel ivan ivana ivo ivy jack jackie jackson jacob jacqueline jacques jade jaime jake jakob jakub
  jamal james jamie jan jana jane janet janice janina janine jared jarrod jasmin jasmine jason jasper javier jay jayden jean jeanette
  jeanne jeannette jeff jeffery jeffrey jelena jenna jennifer jenny jens jeremiah jeremy jerome jerry jesse jessica jessie jesus jia jill jim
  jimmy jin jing jitendra jo joan joana joanna joanne joao joaquin jochen jodie joe joel joelle joerg johan johanna johannes john johnathan
  johnny jolanta jon jonas jonathan jordan jorg jorge jose josef joseph josephine joshua joyce juan juana juanita judith judy julia
  julian juliana julie julien juliet juliette julio julius jun jung jurgen justin justine justyna kai kamal kamil kamila karan kareem karen karim
  karin karina karl karla karsten kasia katarina katarzyna kate katelyn katharina katherine kathleen kathrin kathryn kathy
  katie katja katrin katrina kavita kavya kay kayla keisha keith kelly kelsey ken kendra kenji kenneth kent kenya kerry kerstin
  kevin khadija khaled khalid kiara kiran kim kimberly kirk kirsten klaus konrad konstantin krishna kristen kristian kristie
  kristin kristina kristine krystal krzysztof kumar kurt kwame kyle kylie lakshmi lamar lance lara larissa larry lars latasha latoya laura laure
  lauren laurence laurent laurie lawrence lea leah leandro lee leila lena lenny leo leon leona leonard leonardo leonie leroy leslie
  levi lewis lia liam liang lidia lijuan lila lilian liliana lillian lilly lily lin lina linda lindsay lindsey ling lionel lisa liu
  liz lloyd logan lois lola lora loren lorena lorenzo loretta lori lorraine lou louis louisa louise luc luca lucas lucia luciana
  lucie lucy ludwig luigi luis luisa luise lukas luke luna lydia lyle lynette lynn mabel maciej madeleine madeline madison mael
  magdalena mahesh mahmoud maja malcolm malgorzata malik malte mandy manfred manish manoj manon manuel manuela mara marc marcel
  marcela marcelo marcia marcin marco marcos marcus margaret margarita margot maria mariam marian mariana marianne marie
  mariela marika marilyn marina mario marion marisa marisol marissa marius marjorie mark marko markus marlene marlon marta martha martin
  martina martine marvin mary maryam masha mason massimo mateo mateusz mathias mathieu mathilde matilda matt matteo matthew matthias
  matthieu maureen maurice mauricio mauro max maxim maxime maximilian maxwell maya megan meghan mehdi mehmet mei melanie melinda
  melissa melody mercedes mercy meredith mia michael michaela michal micheal michel michele michelle mickael miguel mihai mika
  mike mikhail mila milan milena miles milos min mina ming miranda miriam mirko misty mitchell modesto mohamed mohammad mohammed
  mohan mohit moises molly mona monica monika monique morgan moritz moses muhammad mukesh mustafa myra nadia nadine nadja nancy
  naomi narendra natalia natalie natasha nathalie nathan nathaniel naveen navya neal neha neil nelly nelson nicholas nick nicola
  nicolas nicole nigel nikhil nikita nikki nikola nikolai nikolas nils nina nisha nishant nitin noah noel noemi noor nora norbert noreen
  norma norman nour nuno octavia odette ola olaf oleg olga oliver olivia olivier omar oscar oskar osman otto owen pablo paige
  pam pamela paola paolo parker pascal pascale patricia patrick patrizia patryk paul paula paulina pauline paulo pavel pawel pearl
  pedro peggy penelope penny percy perry peter petra phil philip philipp philippe phillip phoebe phyllis pia pierre pilar piotr poonam pooja
  prakash pranav prasad prashant pratik preeti preston priscilla priya priyanka przemyslaw quentin quinn rachael rachel rafael rafal raghav
  rahul raj raja rajan rajat rajeev rajesh rajiv rakesh ralf ralph ram ramesh ramon ramona randall randy raphael raquel rashid raul ravi
  ray raymond rebecca regina reiner reinhard remi rena renata renate rene renee renu reza rhonda ricardo riccardo richa richard rick ricky
  riley rishi rita ritu rob robert roberta roberto robin robyn rocio rodney rodrigo roger rohan rohit roland rolf roman romain ron ronald
  ronny rosa rosalie rosanna rosario rose rosemarie rosemary ross roxanne roy ruben rudolf rudy rui rupert russell ruth ryan saad
  sabina sabine sabrina sachin sadie said sally salma salvador salvatore sam samantha samer samir samuel sandeep sandra sandrine sandro sandy
  sanjay sanjeev santiago santosh sara sarah sascha sasha satish saurabh scott sean sebastian sebastien selena selin selina serena serge
  sergei sergey sergio seth shane shannon sharon shaun shauna shawn sheena sheila shelby shelley sherri sherry shirley shiv shivam shreya shruti shu shweta
  sian sidney siegfried sierra sigrid silas silke silvia silvio simon simona simone sinead siobhan sofia sofie sonia sonja sonya
  sophia sophie soren spencer stacey stacy stan stanislav stanley stefan stefania stefanie stefano steffen stella stephan stephane
  stephanie stephen sterling steve steven stewart stuart sue sujata suman sumit sunil sunita suresh susan susana susann susanna susanne
  sushma suzanne sven svetlana swati sydney sylvain sylvia sylvie szymon tabitha tahir tamara tami tammy tanja tanya tara tariq tasha
  tatiana taylor ted teresa teri terrance terrence terri terry tess tessa thea thelma theo theodor theodore theresa therese thierry thomas
  thorsten tiago tiffany till tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony torsten tracey traci tracy travis
  trevor tricia trinity tristan troy tyler tyrone udo ulf ulla ulrich ulrike umar uma urs ursula usha ute uwe vaclav valentin valentina
  valeria valerie vanessa vasily vera verena vernon veronica veronika veronique vicki vicky victor victoria vijay vikas vikram viktor
  viktoria vinay vince vincent vincenzo vineet vinod viola violet virginia vishal vivek vivian viviane vladimir volker wade waleed
  walid wallace walter wanda warren wayne wei wendy werner wesley whitney wilfried wilhelm will willem william willie wilma wilson
  winston wojciech wolfgang xavier xin yan yana yang yannick yara yasmin yasmine ying yolanda yosef youssef yu yui yuki yulia yuri yusuf yvette yvonne
  zachary zack zainab zara zeynep zoe zoey zofia zuzana`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
