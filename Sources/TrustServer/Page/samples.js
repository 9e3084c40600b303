// Drafts to try the page with. Each has what is marked, and what is let pass.

export const samples = {
  zh: `姐妹们，这几天流感太凶了😷

我表姐在医院上班，内部消息说下周就要封楼，趁没删赶紧转发！
教你们一个土方子：每天两碗大蒜水，就能杀死流感病毒，比吃药管用。
楼下那家店别去了，店员里有艾滋病人。

有人说喝漂白水能治新冠——这是谣言，喝漂白水不能治新冠，千万别信。
勤洗手，人多的地方戴好口罩；高烧三天不退，请去看医生。`,
  en: `Flu season is brutal this year 😷

My cousin works at the hospital and she has inside information: lockdown next week. Share before they delete it!
Drink two cups of garlic water a day and it kills the flu virus, better than any medicine.
Two COVID suspects live upstairs, so keep your kids away.

Some say that drinking bleach cures COVID. That is a myth: drinking bleach does not cure COVID, and it can kill you.
Wash your hands, wear a mask in crowds, and see a doctor if the fever lasts three days.`,
};
