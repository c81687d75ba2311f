/**
 * The words of register phrases: 2 048 short plain English words, so that each stands for eleven bits.
 *
 * Pure data, our own selection: easy to read out and to spell, few of them a letter apart, none of them about people's
 * needs. The list never changes: a word's place in it is what a generated phrase is made of.
 */
export const PHRASE_WORDS: readonly string[] = `
abacus accept acorn acre active actor add address admire adopt adult advert advise agenda agile agree aim airy album
alcove alder alert algebra allow almanac almond alphabet amaze amber amuse amused anagram anchor ancient ankle
annual anorak answer anthem antique antler appear apple apply approve apricot april apron apt aqua aquarium arcade
arctic arena armchair aroma arrange arrival arrive article artist ask aspect aspen assist athlete atlas atom atomic
attend attic author autumn avenue avocado awake award axle badger bagel bagpipe bake bakery balanced balcony ballad
ballet balloon bamboo banana bandana banjo bank banner barbecue barber bargain barge barn basic basil basket bassoon
baton battery bay beacon beaker beaver bedrock beehive beetle beetroot begin belfry belong bench bicycle birch bird
biscuit bistro blanket blazer blend blender block bloom blossom bluebell bobbin bold bonbon bonfire bonnet bookcase
bookmark boot border borrow bottle bounce boutique bowl box boxcar bracelet bracket braid bramble branch brass brave
breathe breeze brick bridle brief bright bring brisk broad broccoli broker bronco bronze brook broth brush bubble
bucket buckle bud budgie buffet buggy bugle build builder bulb bulletin bumper bungalow bunker buoy burger butter
button buzzard cabbage cabin cabinet cable cactus cadet cafe calculus calendar call camel camellia camera camp
campus canal canary candid candle candy canoe canopy canyon capsule captain caramel caravan caraway card cardigan
career careful cargo carnival carpet carriage carrot carry carton cartoon carver cascade cashew cashier cast castle
casual catch category cauldron cavern cedar celery cello cement century ceramic certain chain chair chalk champion
change channel chapter charcoal charity charm chat checkers cheddar cheer cheerful cheese cherry chess chestnut
chief chimney chipmunk chisel chive chorus chutney cinder cinema cinnamon circle circus citizen citrus city civil
clam clarinet classic clean clear clematis clever cliff climate climb clinic clipper cloak clogs cloister closet
cloth cloud clover coach coastal coaster cobalt cobbler cocoa coconut cod coffee coin collage collar collect college
column comb comedy comet comfy comma common commuter compare compass compose concert condor conker connect consider
contest cooker cool copper copy coral corner cornet cosmos costume cottage cotton count counter country courier
cowslip cracker cradle craft crane crater crayon cream create credit crescent crest cricket crimson crisp critic
crochet crocus croquet crown cruise crumb crumble crunch cube cucumber cuff cup cupcake curator curlew curly curtain
curve cushion custard cutlet cycle cyclist cyclone cygnet cypress daffodil dahlia daily daisy dale damask dance
dancer dapper daring data dawn daylight debut decade decide decimal deep degree delight deliver delta denim depend
depot design desk detail diagram dial diamond diary dice digit dinghy dinner diploma direct director discover
display district diver divide dog doll dolphin dome domino door doorbell doorstep dormouse double doughnut dovetail
drawer drawing dream dress drift drink drive drizzle drum drummer dry dubbing duck duckling dumpling dune dungaree
durable duration duster duvet dwell dynamo eager eagle early earnest earth earthen easel easy eat eaves echo eclipse
edit editor eel effect egg elbow elder elect election elegant elfin elk emblem embrace emerald emerge employ enamel
encore energy engine enjoy enter envelope episode equal equator equip errand escort espresso essay estate estuary
evening evolve exact example exceed exercise exhibit expand expect expert explain explore express extra eyebrow
fable fabric face factory falcon famous fancy fanfare farmer farthing fashion fasten feast feather feature february
fence fennel fern ferret ferry festival festive fetch fiction fiddle field fiesta fig figure figurine filbert film
filter final finale finch fine finesse finger finish fircone firefly fireside firewood first fish fjord flag
flagpole flame flamingo flannel flapjack flask fleece flint flipper float flock floor florist flow fluent fluff
flute flyer focus foghorn foil folder folklore follow font football footpath footstep forecast forest forge fork
formal formula fortune forty forum found foundry fountain foxglove fraction fragment fragrant frame frank freckle
free freedom freezer freight fresh friend fringe frisbee frog frontier frost frosty fudge fulcrum full fun furnace
furrow future gadget galaxy gallant gallery galley gallon gallop game garage garden garland garlic garment garnet
gateway gather gazebo gazelle gazette gecko gelatin general gentle genuine geology geranium gerbil gesture geyser
gherkin gift ginger gingham giraffe give gizmo glacier glad glance glass glaze gleaming glee glider glimmer glimpse
glitter global globe goal goblet goggles golden golf gondola good gopher gorse gosling gown graceful grain grammar
granary grand granite granola grape graph graphite grasp gravel gravity gravy green greenery greet grid griddle
grill grocer grotto group grove grow guard guess guitar gully guppy gust gutter gym gymnast habit habitat haddock
halibut halo hammock hamper hamster hand handbag handbook handle hangar hangout happen happy hardy harmony harness
harp harvest hasty haven hawk hawthorn haystack hazel headband healthy heart hearty heath hedge hedgehog helium
helmet help helpful hem herald herb heritage heron herring hexagon hidden high highland hike hill hilltop hinge
history hobby hockey holiday holly homework honest honey honeybee hoop hope hopper horizon horn hotel house hover
hub hubcap humble humidity hummus hurdle hurry husk hyacinth hybrid hydrant ibis iceberg icicle icing ideal igloo
iguana image imagine impact import improve impulse include increase index indicate indoor inform inlet inn insect
inside insignia inspire instant instinct interest internet interval invent invite involve iodine iron island
islander issue item ivory ivy jackdaw jacket jamboree january jar jasmine jaunt jeans jelly jersey jet jetty jewel
jigsaw jingle jockey joke journal journey jovial joyful jubilee judo juggle juggler juice juicer july jumper
junction juniper jupiter kaftan kangaroo karate kayak kebab keen keeper keepsake kerchief kernel kestrel ketchup
kettle keyboard keyhole kick kilo kind kindle kingdom kiosk kipper kitchen kite kitten kiwi knapsack knee knitting
knock knoll known koala koi label labrador ladder ladle ladybird lagoon lamb landlady landmark lantern lapel larch
lark larkspur lasso latitude lattice laugh launch laundry laurel lava lavender layer leaf leaflet league leapfrog
learn leather legend leisure lemon lemonade lemony lemur lens lentil leopard letter lettuce level leverage liberty
library lichen light likely lilac lily lime limerick limpet lineage linear linen lion lip list listen little lively
lizard llama load lobby local locket lodge lofty logical lolly long look lotus lounge lowland loyalty lucky luggage
lullaby lunar lunch luncheon lupin lustre lynx lyric macaroni machine mackerel maestro magazine magenta magic
magician magnet magnolia magpie mahogany mailbox major mallard mammal mammoth manage mandarin mandolin mango mansion
mantle manual maple marathon marble margin marigold marina mariner marker market marmot maroon marrow marsh marzipan
mascot masonry matinee mattress maximum mayor meadow measure medley meeting mellow melody melt member memory mend
mention mentor merchant mercury meridian meringue mermaid merry message metal meteor method metro midday midnight
midweek mighty milk miller millet million mineral mingle minibus minnow mint miracle mirror mission mitten mix
mixture moat mobile model modern modest module moist moment monarch monday monitor monkey monsoon month monument
moon moose mop mortar mosaic moss motif motion motor motto move mudguard muffin mug mulberry museum mushroom music
musical musician mutual myth nail napkin narrate narrator narrow narwhal nation natural nature near nebula neck
necklace nectar neon neptune nettle network newt nickel nifty nightcap nimble nimbus ninety noble noodle north nose
notable notebook notice novel novelty november nucleus nugget number nursery nut nutmeg oak oaken oasis oatcake
oatmeal oboe observer obtain ocean octagon octave october octopus odyssey offer office official olive omega omelet
onion onward onyx opal opening opera opinion optic optical option oracle orange orator orbit orchard orchid order
oregano organ organise origami ornament osier osprey ostrich otter outdoor outer outfit outlet outline oven overalls
overcoat oxbow oxygen pack package paddler paddock page pageant painter painting paired palace palette palm pamphlet
pancake panda panel panorama panther pantry papaya paper paprika parable parade paradise parasol parcel parlour
parrot parsley parsnip partner party pass passage passport pasta pastel pastry pasture path patient patio patron
pattern pavement pavilion paving payment peaceful peacock peanut pearl pebble pelican pen pencil pendant penguin
pennant penny pepper percent perch perfect perform perfume person petal petunia pheasant phone photo phrase physics
pianist piano piccolo pickle picnic picture pigment pigtail pillar pillow pilot pimento pinafore pinecone pinnacle
pioneer pippin pitcher pivot pixel pizza placard plaid planet plank plankton planter plaster plate plateau platform
play plaza please pleasure pleat plectrum plenty pliers plimsoll plotter plough plumage plumber plume plunge plywood
pocket podium poem poetry point polecat policy polish polite polka pollen polo polygon pond pontoon popcorn poplar
poppy popular porpoise porridge porter portion portrait position possum postcard postman potato pottery pouch powder
power prairie praise pram precise prefix prepare presence pretty pretzel primrose printer prism prize process
produce profile promise prompt proper proposal proud proverb provide province pudding puddle puffin pullet pulley
pullover pulse pump pumpkin puppet pure purple purpose push puzzle pyramid quail quantity quarry quarter quartet
quartz quaver quest quick quill quilt quince quintet quiver quiz quoit quota raccoon racer radar radiator radio
radish radius rafter ragtime railway rainbow raisin rambler ranch ranger rapid rapport rare rarity raven ravine
reach reactor reader ready realm reason rebound receipt receive recess recipe recital recorder recruit redwood reed
referee refresh regal region regular reindeer relate relaxed relay relish remain remedy remind remote renewal repair
repeat replica reply reptile request rescue reserve resort result return reunion reveal reward rhino rhubarb rhyme
rhythm ribbon rich ridge ringlet rinse ripe ripple rivet roadside roam roast robe robin robot robust rock rodeo
roller rollers romance roof rosebud rosemary rosette roster rosy rotary rotor round rowboat rowing royal royalty
ruby rucksack rudder ruffle ruler runner runway rural russet rustic saddle saffron saga sailor salad salmon salt
salute sample sandal sandwich sandy sapling sapphire sardine sash satchel satin saturn saucer saunter sausage
savanna save sawdust scale scallop scanner scarf scatter scenery scenic schedule scholar schooner science scissors
scone scooter screen scribe script scroll scullery sculptor seagull seal search seaside season seaweed second secret
section secure seedling segment select sensible sentence sentinel sequence sequin serenade serene series sesame
seven sextant shadow shaker shallot shampoo shamrock shape share shawl shed sheet shelf shelter shepherd sherbet
shield shilling shimmer shine shingle shiny ship shirt shoe shoelace shorts shoulder shovel shrub shutter shuttle
siesta signal signpost silky silver sincere siphon siren sitcom sixpence sixty skate skating sketch skiing skilful
skipper skirt skittle sky skylark skyline slalom sledge sleek sleeper sleeve sleuth slice slide slogan smart smile
smooth smoothie sneeze snippet snooze snorkel snowball snowdrop snowman snug soap social society sofa solid soloist
solstice solution sombrero sonata soprano sorbet sorrel sorted south souvenir space spaniel spark sparrow spatula
speak species speckle spectrum speedy spell spend sphere sphinx spin spinach spindle spinner spiral spire spirit
splash splendid splinter spoke sponge spoon sport spotted sprat spread spring sprinkle sprint sprout spruce spur
square squeeze squirrel stable stadium staff stage stalk stamp stanza stapler starfish starling starry station
statue stay steady steam steeple steer stencil step stereo steward stick still stir stirrup stitch stockpot stocky
stool stopper storage stork stove strand strategy straw streamer street stretch stroll strong strudel stubble studio
sturdy sturgeon subtle suburb subway succeed success sudden suffix sugar suggest suit suitcase sultana summer summit
sunbeam sundial sunlit sunny sunrise sunset sunshine superb supper supply surface surfer surname surprise survey
suspense swallow swan sweep swift swim swing switch sycamore syllable symmetry symphony system tablet tadpole tailor
talcum talent tambour tandem tangle tankard tap tapestry tarmac tarragon tartan taste taxi teacake teapot teaspoon
telegram teller tempo tennis tent terrace terrapin terrier textile texture thank thankful thatch thermos thicket
thimble thistle thread thrifty throw thrush thunder tidy tie tiger timber tinsel tiptoe tissue title toffee tomato
topaz torch tortoise total toucan toy trace tractor trader traffic trail trainer trapeze travel tray treacle
treasure treat trellis triangle tricycle trifle trim trombone trophy trout trowel truck trumpet trusty tulip tumbler
tuna tundra tunnel turban turbine turn turnip turret turtle tweed twelve twig twine twirl type umbrella unfold
unicorn uniform unique united universe unlock unpack unwind update uphill upland upright use useful usual utensil
valid valued valve van vanilla vary vase vault vehicle velvet venture veranda vessel vest viaduct video view village
vinegar vineyard viola violet violin visit visitor visor vital vivid voice volcano vole volley volume voyage waffle
wagon wagtail walk wallaby wallet walnut waltz wander warbler wardrobe warm water wavy weave website weekend weir
welcome wharf wheat whisk whisper wicket wide willing willow win windmill window windy winter witty wizard wombat
wonder wooden woodland woolly word workshop worthy wreath wren writer yacht yoghurt youthful zebra zigzag zinc zone
zoom
`
  .trim()
  .split(/\s+/)
