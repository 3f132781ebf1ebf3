using System.Text;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>Knows the words that plans write above their columns.</summary>
internal static class HeaderSynonyms
{
    private static readonly Dictionary<string, (ImportField Field, double Sureness)> Whole = Spread(
    [
        .. ProjectFields.OwnColumns.Select(f => (ImportFields.Of(f), f.Headers)),
        (ImportField.Number, "ref|no|nr|number|item|item no|id|reference|ref no|action no|action number|action ref|s no|sn|hash|row|line"),
        (ImportField.Title, "what|action|actions|activity|activities|task|tasks|step|steps|project|what we will do|we said we would|what we said we would do|initiative|intervention|specific|change idea|change ideas|actions required|improvement|improvements|commitment|work|deliverable|deliverables|we will"),
        (ImportField.Deadline, "when|date|deadline|due|by when|timescale|timescales|time scale|timeframe|time frame|timeline|due date|target date|end date|finish|time bound|timebound|time bound by|timing|timings|completion|by|complete by|milestone date|when by"),
        (ImportField.Leads, "who|lead|leads|owner|owners|responsible|responsibility|responsibilities|accountable|accountability|by whom|assigned to|sro|lead agency|lead officer|named lead|lead s|resp|officer|officers|who is responsible|agency|lead person|delivery lead"),
        (ImportField.Rag, "rag|brag|rating|rag rating|brag rating|rag status|brag status|rag score|colour|confidence|rayg"),
        (ImportField.Status, "status|complete|completed|state|stage|done|action status|complete y n"),
        (ImportField.Progress, "progress|update|updates|comment|comments|commentary|latest update|narrative|position|progress to date|notes|progress notes"),
        (ImportField.Measures, "measure|measures|kpi|kpis|indicator|indicators|target|targets|metric|metrics|data|milestone|milestones|measurement|pi"),
        (ImportField.Recommendations, "recommendation|recommendations|finding|findings|afi|rec|requirement|requirements|area for improvement|areas for improvement|issue|weakness|inspection finding|rec no|standard"),
        (ImportField.Aim, "aim|aims|theme|themes|goal|goals|priority|priorities|objective|objectives|workstream|work stream|pillar|area|key area|domain"),
        (ImportField.Driver, "driver|drivers|key driver|key drivers|primary driver|primary drivers|secondary driver|secondary drivers|sub theme|subtheme|sub priority"),
        (ImportField.Financial, "financial|finance|finances|cost|costs|budget|funding|resources|resource|financial implications|resource implications|resources required|resources needed"),
        (ImportField.Workforce, "staff|workforce|wfd|training|staff and wfd|staffing|people|workforce implications"),
        (ImportField.Partners, "partners|stakeholders|partners stakeholders|partners and stakeholders|partnership"),
        (ImportField.Systems, "systems|systems and reporting|systems analysis and reporting|it|data and systems|reporting"),
        (ImportField.Leadership, "leadership|leaders|corporate|political|governance"),
        (ImportField.ClosingTheLoop, "closing the loop|close the loop|loop|qa check|checks"),
        (ImportField.OtherActions, "sub actions|sub action|subactions|key steps|key tasks|sub tasks|subtasks|detailed actions|supporting actions|steps to be taken|next steps"),
        (ImportField.LeadsWith, "supported by|support|supporting|contributors|partners involved|key partners|delivery partners|support officer|support officers|with|others involved|supporting officer|supporting agencies|supporting lead|key contributors|in consultation with|working with"),
        (ImportField.Other, "achievable|assigned|attainable|dependencies|links|start|start date|priority level|revised date|revised deadline|forecast|forecast date|actual completion|date completed|completion status date|date closed|date added|likelihood|score|realistic"),
    ]);

    // The first that is found decides, so the narrower stand before the wider.
    private static readonly (ImportField Field, double Sureness, string[] Words)[] Parts = Ordered(
        (ImportField.Other, 0.8, "start date|date completed|date closed|revised date|revised deadline|revised timescale|forecast|actual date|date of last|last updated|risk level|how achievable|actual completion|date added|date raised"),
        (ImportField.Deadline, 0.9, "target date|target completion|target timescale|due date|completion date|deadline|by when"),
        (ImportField.Evidence, 0.9, "evidence of|evidence that|evidence for"),
        (ImportField.OtherActions, 0.9, "sub action|sub actions|sub task|sub tasks|key steps|supporting actions|detailed actions"),
        (ImportField.ClosingTheLoop, 0.9, "closing the loop|close the loop"),
        (ImportField.Success, 0.9, "how will we know|how we will know|how will you know|how do we know we|how would we know|how will we measure|how we will measure|how will success be|how will this be measured|how will it be measured|how is it measured|success indicator|success indicators|indicators of success|success looks like"),
        (ImportField.Difference, 0.85, "change we want|changes we want|want to see|why it matters|why this matters"),
        (ImportField.Recommendations, 0.9, "improvement required|improvements required|improvement needed|improvements needed|requiring improvement|requires improvement|need for improvement"),
        (ImportField.Title, 0.9, "improvement project aim|project aim|improvement action|improvement actions|improvement activity|improvement activities|action required|actions required|action to be taken|actions to be taken|action we will take|actions we will take|what will we do|what we will do|what do we plan to do|what we plan to do|what are we going to do|what we are going to do|what we are doing|what are we doing|we said we would|we have agreed to|what do we need to do|what needs to|what action|what actions|key action|key actions|key activities|planned action|planned actions|proposed action|proposed actions|agreed action|agreed actions|change idea|change ideas|description of action|action description|action plan|action title|specific action|specific actions|specific what|improvement project|how will we do it|how will we get there|how we will|steps we will take|task description|our actions|management action|response"),
        (ImportField.Rag, 0.9, "rag|brag|rayg|rating|confidence level|traffic light"),
        (ImportField.Impact, 0.9, "how will children know|how will children and families know|impact|what difference will|difference will it make|difference for children|difference to children|difference it will make|what will be different|what will change for|outcome for children|outcomes for children|outcome for|outcomes for|intended outcome|intended outcomes|desired outcome|desired outcomes|expected outcome|expected outcomes|anticipated outcome|anticipated outcomes|planned outcome|planned outcomes|outcome achieved|what will it mean"),
        (ImportField.Recommendations, 0.9, "recommendation|recommendations|finding|findings|area for improvement|areas for improvement|area for development|areas for development|area for action|areas for action|priority area|priority areas|what the inspectors|inspectors said|what inspectors|inspection issue|required improvement|identified issue|statutory requirement|area of improvement"),
        (ImportField.Measures, 0.9, "improvement measure|improvement measures|key measure|key measures|kpi|kpis|performance indicator|performance indicators|performance measure|performance measures|indicator|indicators|measure and target|outcome measure|outcome measures|process measure|process measures|data we will|what will we measure|measures|metric|metrics|targets|milestones|key milestones|baseline|target"),
        (ImportField.Success, 0.9, "measure our success|measure success|measure of success|measures of success|success|measured by|what good looks like|what does good look like|what will good look like|what will it look like|what does it look like|acceptance criteria|measurable"),
        (ImportField.Deadline, 0.9, "when will|by when|deadline|due date|timescale|timescales|time scale|time scales|timeframe|timeframes|time frame|target date|completion date|date for completion|to be completed|complete by|completed by|completion|end date|time bound|delivery date|implementation date|date due|target completion|planned date|timeline|when"),
        (ImportField.Evidence, 0.9, "evidence|how do we know|source of assurance|sources of assurance|proof"),
        (ImportField.LeadsWith, 0.8, "supported by|supporting|key partners|partners involved|other partners|contributing|contributors|support from|in consultation|working with|delivery partners|who else"),
        (ImportField.Leads, 0.9, "action by|lead|leads|owner|owners|responsible|responsibility|responsibilities|accountable|accountability|by whom|who will|who is|assigned|sro|officer|officers|lead agency|action holder|sponsor"),
        (ImportField.Difference, 0.85, "make the difference|support an improvement|what area will this|improvement in|why are we|why we are|why this|rationale|reason for|expected benefit|expected benefits|purpose"),
        (ImportField.Status, 0.85, "status|complete|completed|stage"),
        (ImportField.Progress, 0.9, "progress|update|updates|comments|commentary|latest position|current position|highlight report|highlights|how far|where we are|where are we|done so far|achieved so far|achievements to date|current situation|where are we now|what have we done|what has been done|actions taken|action taken|narrative|notes|position as at|position at"),
        (ImportField.Aim, 0.85, "stretch outcome aim|stretch aim|outcome aim|strategic aim|strategic priority|strategic objective|strategic outcome|strategic theme|priority theme|improvement theme|improvement priority|key theme|aim|theme|workstream|goal|priority|objective|objectives|overarching outcome|high level outcome|plan outcome|loip outcome|question"),
        (ImportField.Driver, 0.9, "key driver|key drivers|primary driver|secondary driver|primary drivers|secondary drivers|driver|drivers|sub theme"),
        (ImportField.Financial, 0.8, "financial|finance|budget|cost|costs|funding|resource|resources"),
        (ImportField.Workforce, 0.8, "workforce|wfd|staff|staffing|training"),
        (ImportField.Partners, 0.8, "stakeholder|stakeholders|partner|partners"),
        (ImportField.Systems, 0.8, "system|systems|reporting|it systems"),
        (ImportField.Leadership, 0.8, "leadership|leaders|political|corporate implications"),
        (ImportField.Title, 0.7, "action|actions|activity|activities|task|tasks|improvement|what|project|steps"),
        (ImportField.Impact, 0.6, "outcome|outcomes|benefit|benefits|result|results|difference"),
        (ImportField.Number, 0.7, "ref|no|number|reference|id"),
        (ImportField.Deadline, 0.5, "date|by"));

    private static readonly HashSet<string> Months = new(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"],
        StringComparer.Ordinal);

    /// <summary>What a header says its column holds; null where it says nothing known.</summary>
    public static (ImportField Field, double Sureness)? Read(string header)
    {
        var words = Plain(header);
        if (words.Length == 0 || words.Length > 160)
        {
            return header.Trim() is "#" or "№" ? (ImportField.Number, 1) : null;
        }

        if (IsMonth(words))
        {
            return (ImportField.Month, 0.8);
        }

        if (Whole.TryGetValue(words, out var whole))
        {
            return whole;
        }

        var padded = $" {words} ";
        foreach (var (field, sureness, phrases) in Parts)
        {
            if (phrases.Any(p => padded.Contains(p, StringComparison.Ordinal)))
            {
                return (field, sureness);
            }
        }

        return null;
    }

    /// <summary>The same for a header below another: a month says which, "RAG" or "Progress" over it says what.</summary>
    public static (ImportField Field, double Sureness)? Read(string header, string? upper)
    {
        var read = Read(header);
        return upper is { Length: > 0 } && Read(upper) is { } above
            && (read is null || (read.Value.Field == ImportField.Month && above.Field is ImportField.Rag or ImportField.Status or ImportField.Progress))
            ? (above.Field, above.Sureness * 0.9)
            : read;
    }

    /// <summary>Lower-case words with single spaces, without marks: two headers that differ in these alone are one.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(sign))
            {
                plain.Append(sign);
            }
            else if (sign is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static bool IsMonth(string words)
    {
        var parts = words.Split(' ');
        var name = parts[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return Months.Contains(name) && parts.Skip(1).All(p => p.Length is 2 or 4 && p.All(char.IsAsciiDigit));
    }

    private static Dictionary<string, (ImportField, double)> Spread(params (ImportField Field, string Words)[] lists) => lists
        .SelectMany(l => l.Words.Split('|').Select(w => (Word: w, l.Field)))
        .GroupBy(w => w.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.First().Field, 1.0), StringComparer.Ordinal);

    private static (ImportField, double, string[])[] Ordered(params (ImportField Field, double Sureness, string Words)[] lists) =>
        lists.Select(l => (l.Field, l.Sureness, l.Words.Split('|').Select(w => $" {w} ").ToArray())).ToArray();
}
