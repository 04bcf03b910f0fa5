/** Kinds of victims that are not counted against each other. */
export const victimClasses: Readonly<Record<string, string>> = {
  children: 'child children boys girls boy girl schoolchildren infants babies minors students pupils teenagers',
  women: 'woman women',
  combatants: `soldier soldiers troop troops fighter fighters militant militants rebel rebels jihadist jihadists terrorist
    terrorists insurgent insurgents militiamen gunmen officers servicemen mercenaries guards guard commanders recruits
    attackers bombers peshmerga paratroopers marines forces`,
  professions: `journalist journalists medic medics doctor doctors nurses staff workers worker rescuers police policemen
    peacekeepers firefighters`,
  civilians: 'civilian civilians villagers residents',
};
