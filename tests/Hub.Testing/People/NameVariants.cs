namespace Hub.Testing.People;

/// <summary>Other forms of names: short ones, and what is written by ear.</summary>
internal static class NameVariants
{
    private static readonly Dictionary<string, string[]> Short = Table(
        "William:Will,Bill,Billy,Liam James:Jim,Jimmy,Jamie Robert:Rob,Bob,Bobby,Robbie Richard:Rick,Dick,Richie Thomas:Tom,Tommy Joseph:Joe,Joey Samuel:Sam,Sammy Daniel:Dan,Danny Michael:Mike,Mick,Mickey " +
        "Matthew:Matt Andrew:Andy,Drew Anthony:Tony Alexander:Alex,Sandy Benjamin:Ben,Benny Christopher:Chris,Kit Edward:Ed,Ted,Eddie,Ned Charles:Charlie,Chuck Jonathan:Jon,Johnny John:Jack,Johnny Joshua:Josh Jacob:Jake " +
        "Stephen:Steve Nicholas:Nick Kenneth:Ken,Kenny Ronald:Ron Gerald:Gerry Peter:Pete David:Dave,Davy Patrick:Paddy,Pat Nathaniel:Nate,Nathan Timothy:Tim Henry:Harry,Hal Lewis:Lew Bradley:Brad Gregory:Greg " +
        "Elizabeth:Liz,Beth,Lizzie,Betty,Eliza Margaret:Maggie,Peggy,Meg Catherine:Cathy,Kate,Katie Katie:Kate Rebecca:Becky,Becca Samantha:Sam,Sammy Victoria:Vicky,Tori Jessica:Jess,Jessie Abigail:Abby Isabella:Bella,Izzy " +
        "Charlotte:Lottie,Charlie Olivia:Liv,Livvy Amelia:Millie,Amy Eleanor:Ellie,Nell Susan:Sue,Susie Patricia:Pat,Trish Christine:Chris,Tina Jacqueline:Jackie Deborah:Debbie,Deb Stephanie:Steph Michelle:Shell " +
        "Matilda:Tilly Georgia:Georgie Harriet:Hattie Mohammed:Mo Muhammad:Mo Mohamed:Mo Abdul:Abs Ibrahim:Ibby Yusuf:Yus Oluwaseun:Seun Babatunde:Tunde Temitope:Temi Chukwuemeka:Emeka Emmanuel:Manny,Emma Aleksandra:Ola Małgorzata:Gosia " +
        "Katarzyna:Kasia Agnieszka:Aga Krzysztof:Krzysiek Tomasz:Tomek Piotr:Piotrek Alexandru:Alex Alexandra:Alex,Sandra Gheorghe:Gigi Mehmet:Memo Mustafa:Musti Francisco:Chico António:Toni Manuel:Manny");

    private static readonly string[][] Alike =
    [
        ["Mohammed", "Muhammad", "Mohammad", "Mohamed", "Muhammed", "Mohamad"], ["Ahmed", "Ahmad", "Ahmet", "Achmed"], ["Hussain", "Hussein", "Husain", "Hüseyin"], ["Yusuf", "Yousef", "Youssef", "Yusof", "Yousaf"],
        ["Hassan", "Hasan"], ["Ali", "Aly"], ["Omar", "Umar"], ["Usman", "Osman", "Othman"], ["Fatima", "Fatema", "Fatimah", "Fatma"], ["Aisha", "Ayesha", "Aysha"], ["Khadija", "Khadeeja", "Hadija"], ["Maryam", "Mariam", "Meryem"],
        ["Rahman", "Rehman"], ["Choudhury", "Chowdhury", "Chaudhry", "Choudhary"], ["Sheikh", "Shaikh", "Sheik"], ["Siddiqui", "Siddique"], ["Layla", "Leila", "Laila"], ["Abdullahi", "Abdulahi", "Abdulai"],
        ["Stephen", "Steven", "Stefan"], ["Catherine", "Katherine", "Kathryn", "Katharine"], ["Sarah", "Sara"], ["Rachel", "Rachael"], ["Hannah", "Hanna", "Hana"], ["Sean", "Shaun", "Shawn"], ["Jonathan", "Johnathan", "Jonathon"],
        ["Philip", "Phillip"], ["Geoffrey", "Jeffrey"], ["Nicola", "Nichola"], ["Claire", "Clare"], ["Louise", "Luise"], ["Ciara", "Keira", "Kiera"], ["Niamh", "Neve", "Neave"], ["Aoife", "Eefa"], ["Siobhan", "Shivaun"], ["Callum", "Calum", "Kallum"],
        ["Connor", "Conor", "Konnor"], ["Kieran", "Ciaran", "Keiran"], ["Reece", "Rhys", "Reese"], ["Aaron", "Arron", "Aron"], ["Thompson", "Thomson", "Tompson"], ["Clark", "Clarke", "Clerk"], ["Davis", "Davies"], ["Reid", "Reed", "Read"],
        ["Philips", "Phillips", "Philipps"], ["Stewart", "Stuart"], ["Johnson", "Johnston", "Jonson"], ["Smith", "Smyth", "Smythe"], ["Brown", "Browne"], ["Green", "Greene"], ["White", "Whyte"], ["Taylor", "Tailor", "Tayler"],
        ["McCarthy", "MacCarthy", "McArthy"], ["O'Brien", "O'Brian", "Obrien"], ["O'Neill", "O'Neil", "Oneill"], ["Murphy", "Murphey"], ["Zhang", "Cheung", "Chang"], ["Li", "Lee"], ["Wong", "Wang", "Huang"], ["Chen", "Chan"], ["Aleksandra", "Alexandra"],
    ];

    private static readonly (string From, string To)[] Sounds =
    [
        ("ph", "f"), ("ck", "k"), ("ie", "y"), ("y", "ie"), ("ee", "ea"), ("ea", "ee"), ("ou", "ow"), ("ow", "ou"), ("c", "k"), ("k", "c"), ("x", "ks"), ("th", "t"), ("gh", "g"), ("wh", "w"), ("z", "s"), ("tt", "t"), ("ll", "l"), ("nn", "n"),
        ("ss", "s"), ("mm", "m"), ("ei", "i"), ("ai", "ay"), ("ay", "ai"), ("sch", "sh"), ("sh", "sch"), ("ough", "uff"), ("oo", "u"), ("ae", "e"), ("v", "w"), ("j", "g"), ("er", "ar"), ("or", "er"), ("on", "en"), ("en", "an"), ("t", "tt"), ("l", "ll"),
    ];

    private static readonly Dictionary<string, string[]> Spellings = Alike.SelectMany(g => g.Select(n => (Name: n, Group: g)))
        .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Group.Where(n => n != p.Name).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A short form; the name itself where none is known.</summary>
    public static string Nickname(string name, SeededRandom random) => Short.TryGetValue(name, out var forms) ? random.Pick(forms) : name;

    /// <summary>As somebody writes it who only heard it; the name itself where nothing in it is heard another way.</summary>
    public static string ByEar(string name, SeededRandom random)
    {
        if (Spellings.TryGetValue(name, out var others))
        {
            return random.Pick(others);
        }

        var possible = Sounds.Where(s => name.IndexOf(s.From, 1, StringComparison.Ordinal) > 0).ToArray();
        if (possible.Length == 0)
        {
            return name;
        }

        var (from, to) = random.Pick(possible);
        var at = name.IndexOf(from, 1, StringComparison.Ordinal);
        return name.Remove(at, from.Length).Insert(at, to);
    }

    private static Dictionary<string, string[]> Table(string text) =>
        text.Split(' ').Select(entry => entry.Split(':')).ToDictionary(p => p[0], p => p[1].Split(','), StringComparer.OrdinalIgnoreCase);
}
