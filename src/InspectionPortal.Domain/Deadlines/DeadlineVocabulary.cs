namespace InspectionPortal.Domain.Deadlines;

/// <summary>The words that deadlines are written with, in lower case.</summary>
internal static class DeadlineVocabulary
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly Dictionary<string, int> Months = NumberMonths();

    public static readonly HashSet<string> Ordinals = ["st", "nd", "rd", "th"];
    public static readonly HashSet<string> Until = ["until", "till", "til", "through"];
    public static readonly HashSet<string> By = ["by", "before", "prior"];
    public static readonly HashSet<string> After = ["after", "following"];
    public static readonly HashSet<string> Starting =
        ["start", "starts", "starting", "begin", "begins", "beginning", "commence", "commences", "commencing", "launch", "launches"];

    public static readonly HashSet<string> From = [.. Starting, "from", "since", "effective"];
    public static readonly HashSet<string> Onwards = ["onwards", "onward", "forward", "forwards"];
    public static readonly HashSet<string> Placing = ["in", "on", "during", "at"];
    public static readonly HashSet<string> Deferred = ["deferred", "postponed", "extended", "delayed", "moved", "slipped"];

    /// <summary>Words and marks that may stand between "by" or "from" and its date.</summary>
    public static readonly HashSet<string> Fillers =
    [
        "the", "end", "of", "early", "mid", "middle", "late", "start", "beginning", "month", "quarter", "week", "around", "circa", "about",
        "approximately", "approx", "latest", "no", "later", "than", "date", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "-", ",", ":", "(",
    ];

    /// <summary>Words and marks that say nothing of what falls due, cut from both ends of a stage's label.</summary>
    public static readonly HashSet<string> Joints =
    [
        .. Fillers, .. Until, .. Placing, .. From, "by", "before", "prior", "to", "and", "then", "or", "&", "/", ".", ";", ")", "+", "*",
        "onwards",
    ];

    public static readonly HashSet<string> YearLeads =
    [
        .. Until, .. By, .. After, .. From, .. Placing, "to", "of", "end", "late", "early", "mid", "year", "year-end", "calendar", "throughout",
    ];

    public static readonly HashSet<string> Units =
    [
        "hour", "hours", "day", "days", "week", "weeks", "fortnight", "month", "months", "quarter", "quarters", "term", "terms", "year", "years",
        "annum",
    ];

    public static readonly HashSet<string> DaysFromNow = ["today", "tomorrow", "tonight"];

    /// <summary>What "next" or "this" can stand before.</summary>
    public static readonly HashSet<string> NamedSpans =
    [
        "day", "week", "fortnight", "month", "quarter", "term", "year", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend",
        "spring", "summer", "autumn", "winter",
    ];

    public static readonly HashSet<string> NumberWords =
        ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "eighteen", "few"];

    public static readonly HashSet<string> Frequencies =
    [
        "daily", "weekly", "fortnightly", "monthly", "bimonthly", "quarterly", "termly", "biannual", "biannually", "annual", "annually",
        "yearly", "biennial", "biennially", "regularly",
    ];

    public static readonly HashSet<string> Times = ["once", "twice", "thrice", "times", "time"];
    public static readonly HashSet<string> Each = ["every", "each", "per"];
    public static readonly HashSet<string> Ongoing =
        ["ongoing", "continuous", "continuously", "continual", "continually", "continuing", "throughout", "rolling", "bau"];

    public static readonly HashSet<string> Settled =
        ["agreed", "confirmed", "determined", "decided", "advised", "announced", "scheduled", "arranged"];

    public static readonly HashSet<string> Abbreviated = ["tba", "tbc", "tbd"];
    public static readonly HashSet<string> Events = ["after", "following", "upon", "once", "when", "pending", "dependent", "subject"];
    public static readonly HashSet<string> EventsReached = ["completion", "receipt", "publication", "approval", "agreement", "appointment", "sign"];
    public static readonly HashSet<string> AtOnce = ["immediate", "immediately", "asap", "forthwith", "now"];
    public static readonly HashSet<string> Reviewing = ["review", "reviewed", "reviews", "reviewing"];
    public static readonly HashSet<string> AroundReview =
    [
        .. Reviewing, .. Fillers, "next", "to", "be", "again", "due", "by", "in", "on", "at", "for", "formal", "annual", "is", "and", ".", ")", "",
    ];

    private static readonly Dictionary<string, int> Seasons = new(StringComparer.Ordinal)
    {
        ["spring"] = 3,
        ["summer"] = 6,
        ["autumn"] = 9,
        ["winter"] = 12,
    };

    private static readonly Dictionary<string, int> QuarterNames = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["last"] = 4,
        ["final"] = 4,
    };

    /// <summary>1 to 12 for the name of a month or its first letters ("sep", "sept"); otherwise 0.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    /// <summary>The month (3, 6, 9, 12) in which a season starts; otherwise 0.</summary>
    public static int Season(string word) => Seasons.GetValueOrDefault(word);

    /// <summary>1 to 4 for "first" … "fourth", "last", "final"; otherwise 0.</summary>
    public static int QuarterName(string word) => QuarterNames.GetValueOrDefault(word);

    private static Dictionary<string, int> NumberMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        for (var i = 0; i < MonthNames.Length; i++)
        {
            months[MonthNames[i]] = i + 1;
            months[MonthNames[i][..3]] = i + 1;
        }

        return months;
    }
}
