/** Words that carry the build of a sentence and none of its matter. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the and or but nor so yet if unless whether while because since as than that which who whom whose what when where how why
  is are was were be been being am has have had having do does did done will would shall should can could may might must cannot
  not no never none nothing nobody neither without only just even still already again once always ever all every each any some most
  many few both either it its they them their he his she her we us our you your i my this these those there here
  of in on at by for with from to into onto over under about after before through between against during within across beyond up down
  out off per via more less least very too such same other another own`.split(/\s+/),
)
