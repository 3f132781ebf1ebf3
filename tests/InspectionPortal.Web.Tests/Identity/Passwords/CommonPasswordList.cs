using System.Reflection;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Tests.Identity.Passwords;

/// <summary>
/// Makes the words that the portal's filter of common passwords holds: the common passwords, names and English words of the
/// package zxcvbn-core (MIT), words that people in these services choose, pairs of the commonest, and the usual additions.
/// </summary>
internal static class CommonPasswordList
{
    private const int WordsPaired = 330;
    private const int WordsExtended = 1500;
    private const int LongestOfAPair = 9;

    private static readonly string[] Lists = ["passwords", "english", "female_names", "male_names", "surnames", "us_tv_and_film"];

    /// <summary>What people put before and after a word they like.</summary>
    private static readonly string[] Before = ["my", "your", "the", "ilove", "iam", "password", "admin", "welcome", "super", "hello", "new"];
    private static readonly string[] After = ["password", "admin", "forever", "love", "rules", "lover", "girl", "boy", "fan", "city", "united", "fc", "please", "worker"];

    /// <summary>Words and sayings of these islands and of these services.</summary>
    private static readonly string[] Here =
    [
        "liverpool", "manchester", "manchesterunited", "manchestercity", "chelsea", "arsenal", "tottenham", "tottenhamhotspur", "everton", "astonvilla",
        "newcastle", "newcastleunited", "westham", "westhamunited", "leeds", "leedsunited", "sunderland", "celtic", "glasgowceltic", "rangers",
        "glasgowrangers", "hearts", "hibernian", "aberdeen", "dundee", "dundeeunited", "kilmarnock", "motherwell", "derbycounty", "nottinghamforest",
        "scotland", "england", "wales", "ireland", "britain", "unitedkingdom", "greatbritain", "london", "edinburgh", "glasgow", "inverness",
        "stirling", "perth", "cardiff", "belfast", "birmingham", "sheffield", "bristol", "derby", "jersey", "shetland", "orkney", "dumfries",
        "galloway", "dumfriesandgalloway", "northshire", "highland", "lothian", "council", "citycouncil", "countycouncil", "government",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "spring", "summer",
        "autumn", "winter", "christmas", "christmastree", "easter", "halloween", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "holiday", "birthday", "safeguarding", "childprotection", "childrenservices", "childrensservices", "childrenssocialcare",
        "socialwork", "socialworker", "socialservices", "socialcare", "fostercare", "fostering", "adoption", "inspection", "inspector", "inspectorate",
        "careinspectorate", "ofsted", "partnership", "improvement", "improvementplan", "actionplan", "strategic", "education", "headteacher",
        "school", "primaryschool", "nursery", "healthboard", "healthvisitor", "nhsscotland", "police", "policescotland", "multiagency",
        "letmein", "letmeinplease", "letmeinnow", "changeme", "changemeplease", "changemenow", "opensesame", "thisismypassword", "passwordispassword",
        "iloveyou", "iloveyouforever", "iloveyoubaby", "iloveyousomuch", "loveyouforever", "correcthorse",
        "correcthorsebatterystaple", "trustno", "trustnoone", "ihatepasswords", "iforgot", "iforgotmypassword", "forgotpassword", "nopassword",
        "default", "temporary", "administrator", "superadmin", "rootpassword", "testpassword", "welcomehome", "welcometothejungle", "whatever",
        "qwertyuiop", "qwertyuiopasdfghjkl", "qwertyuiopasdfghjklzxcvbnm", "asdfghjkl", "zxcvbnm", "qwerty", "asdf", "qazwsx", "qazwsxedc",
        "blink", "harrypotter", "starwars", "lordoftherings", "gameofthrones", "doctorwho", "maytheforcebewithyou", "onceuponatime",
        "sherlockholmes", "jamesbond", "mickeymouse", "spiderman", "superman", "batman", "ironman", "fortnite", "minecraft", "pokemon",
    ];

    /// <summary>All words, each once, as <see cref="PasswordShape"/> makes them.</summary>
    public static HashSet<string> All()
    {
        var common = List("passwords").Concat(Here).ToList();
        var words = new HashSet<string>(Lists.SelectMany(List).Concat(Here), StringComparer.Ordinal);
        var paired = common.Where(w => w.Length <= LongestOfAPair).Distinct(StringComparer.Ordinal).Take(WordsPaired).ToList();
        words.UnionWith(paired.SelectMany(first => paired.Select(second => first + second)));
        foreach (var word in common.Take(WordsExtended).Concat(Here))
        {
            words.UnionWith(Before.Select(before => before + word));
            words.UnionWith(After.Select(after => word + after));
        }

        return words;
    }

    /// <summary>A list of the package as words, the commonest first.</summary>
    private static IEnumerable<string> List(string name)
    {
        using var resource = typeof(Zxcvbn.Zxcvbn).GetTypeInfo().Assembly.GetManifestResourceStream($"zxcvbn-core.Dictionaries.{name}.lst")!;
        using var reader = new StreamReader(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).SelectMany(PasswordShape.Words).Distinct(StringComparer.Ordinal)];
    }
}
