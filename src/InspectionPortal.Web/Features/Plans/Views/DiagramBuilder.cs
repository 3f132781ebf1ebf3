using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Makes the driver diagram of a plan: its nodes, its columns without levels that nobody uses, and its drawing.</summary>
internal sealed class DiagramBuilder(PlanContent plan, SignalSet signals)
{
    private const int MostNumbers = 3;
    private const int LongestShortWord = 8;
    private const double Wide = 40;
    private const double Narrow = 36;

    private readonly HashSet<Guid> _asked = [.. plan.Filter.RecommendationIds()];
    private int _last;

    /// <summary>The drawing of a plan that has aims, with what its measures say.</summary>
    public static DiagramDrawing Draw(PlanContent plan, SignalSet signals)
    {
        var depth = plan.Aims.Max(a => Depth(a.Drivers));
        var columns = Columns(plan, depth);
        var root = new DiagramBuilder(plan, signals).Root(plan.Head, columns.Count - 1);
        var faces = root.All().ToDictionary(n => n.Key, n => NodeLayout.Of(n, columns[n.Column].Place.Width));
        var tree = TreeLayout.Place(
            Shape(root, faces), [.. columns.Select(c => c.Place)], fromTop: faces.Count > DriverDiagramPage.MostReadable);
        return new DiagramDrawing(root, columns, faces, tree);
    }

    private static int Depth(IReadOnlyList<DriverItem> drivers) => drivers.Count == 0 ? 0 : 1 + drivers.Max(d => Depth(d.Drivers));

    private static TreeNode Shape(DiagramNode node, Dictionary<int, NodeLayout> faces) =>
        new(node.Key, node.Column, faces[node.Key].Height, [.. node.Children.Select(c => Shape(c, faces))]);

    private static List<DiagramColumn> Columns(PlanContent plan, int depth)
    {
        var hasProjects = plan.Aims.Any(a => a.All.Count > 0);
        var words = plan.Vocabulary;
        List<string> heads = ["Plan", words.StretchAimWord, .. Enumerable.Range(0, depth).Select(d => DriverHead(words.KeyDriverWord, d, depth))];
        if (hasProjects)
        {
            heads.Add(plan.Projects().All(p => p.Project.IsChangeIdea) ? "Change idea" : words.ImprovementProjectWord);
        }

        var places = Places(depth, hasProjects);
        return [.. heads.Select((h, i) => new DiagramColumn(h, places[i]))];
    }

    /// <summary>"Key driver"; where there are two levels "Primary driver" and "Secondary driver".</summary>
    private static string DriverHead(string word, int level, int depth)
    {
        var said = EnglishText.Said(word, "driver");
        return depth == 1 ? word : level == 0 ? $"Primary {said}" : level == 1 ? $"Secondary {said}" : $"Further {said}";
    }

    private static List<TreeColumn> Places(int depth, bool hasProjects)
    {
        double[] widths = (depth, hasProjects) switch
        {
            (0, false) => [200, 480],
            (0, true) => [200, 396, 524],
            (1, false) => [200, 320, 440],
            (1, true) => [192, 220, 256, 412],
            (2, true) => [192, 220, 240, 240, 340],
            _ => [192, 220, .. Enumerable.Repeat(240.0, depth), 340],
        };
        var gap = hasProjects && depth > 1 ? Narrow : Wide;
        var places = new List<TreeColumn>();
        foreach (var width in widths)
        {
            places.Add(new TreeColumn(places.Count == 0 ? 0 : places[^1].Right + gap, width));
        }

        return hasProjects ? places : places[..(2 + depth)];
    }

    private DiagramNode Root(PlanViewHead head, int lastColumn)
    {
        var key = _last++;
        List<DiagramNode> aims = [.. plan.Aims.Select(a => Aim(a, lastColumn))];
        List<string> facts = [EnglishText.CountOf(plan.Shown, plan.ProjectWord)];
        var own = plan.Recommendations.Count(r => r.Kind == RecommendationKind.OwnPriority);
        if (plan.Recommendations.Count > own)
        {
            facts.Add(EnglishText.CountOf(plan.Recommendations.Count - own, plan.RecommendationWord));
        }

        if (own > 0)
        {
            facts.Add(EnglishText.CountOf(own, "own priority"));
        }

        return new DiagramNode(key, DiagramLevel.Plan, plan.Filter.Cleared(), null, head.Title, null, [], null, facts, false, aims);
    }

    private DiagramNode Aim(AimItem aim, int lastColumn)
    {
        var key = _last++;
        List<DiagramNode> below = [.. aim.Drivers.Select(d => Driver(d, 2, lastColumn)), .. aim.Projects.Select(p => Project(p, lastColumn))];
        return new DiagramNode(
            key, DiagramLevel.Aim, $"~/aims/{aim.Id}", aim.Number, aim.Statement, aim.Sum.Worst, Chips(aim.Answers),
            Names(aim.Measures), Facts(SignalOf(aim.Measures)), IsOnlyInferred(aim.Answers), below)
        { Column = 1, Signal = SignalOf(aim.Measures) };
    }

    private DiagramNode Driver(DriverItem driver, int column, int lastColumn)
    {
        var key = _last++;
        List<DiagramNode> below = [.. driver.Drivers.Select(d => Driver(d, column + 1, lastColumn)), .. driver.Projects.Select(p => Project(p, lastColumn))];
        return new DiagramNode(
            key, DiagramLevel.Driver, $"~/plans/{plan.Head.Id}/tree#driver-{driver.Id}", null, driver.Text, driver.Sum.Worst,
            Chips(driver.Answers), Names(driver.Measures), Facts(SignalOf(driver.Measures)), IsOnlyInferred(driver.Answers), below)
        { Column = column, Signal = SignalOf(driver.Measures) };
    }

    private DiagramNode Project(ProjectItem project, int lastColumn) =>
        Node(project, lastColumn, project.IsReal ? signals.GravestOf(project.Id) : null);

    private SignalKind? SignalOf(IReadOnlyList<MeasureItem> measures) =>
        measures.SelectMany(m => signals.OfMeasure(m.Id)).MinBy(s => s.Kind)?.Kind;

    private static List<string> Facts(SignalKind? signal) => signal is { } kind ? [SignalLabels.Of(kind)] : [];

    private DiagramNode Node(ProjectItem project, int lastColumn, SignalKind? signal) => new(
        _last++, DiagramLevel.Project, $"~/projects/{project.Id}", project.Number, project.Title, project.IsReal ? project.Rating : null,
        Chips(project.Answers), project.IsReal ? Names(project.Measures) : null, project.IsReal ? Facts(signal) : ["No action needed"],
        IsOnlyInferred(project.Answers), [])
    { Column = lastColumn, Signal = signal };

    private static List<string> Names(IReadOnlyList<MeasureItem> measures) => [.. measures.Select(m => m.Title)];

    private bool IsOnlyInferred(IReadOnlyList<AnswerItem> answers)
    {
        var asked = answers.Where(a => _asked.Contains(a.RecommendationId)).ToList();
        return asked.Count > 0 && asked.TrueForAll(a => a.Basis == LinkBasis.Inferred);
    }

    private List<DiagramChip> Chips(IReadOnlyList<AnswerItem> answers) =>
    [
        .. answers.GroupBy(a => a.Basis).OrderBy(g => g.Key).Select(g =>
        {
            var numbers = g.Select(a => a.Number).ToList();
            var shown = string.Join(", ", numbers.Take(MostNumbers));
            var more = numbers.Count > MostNumbers ? $" +{numbers.Count - MostNumbers}" : string.Empty;
            var isInferred = g.Key == LinkBasis.Inferred;
            var word = numbers.Count == 1 ? plan.RecommendationWord : EnglishText.Plural(plan.RecommendationWord);
            return new DiagramChip($"{Short(plan.Vocabulary.RecommendationWord)} {shown}{more}", isInferred,
                $"Answers {word} {EnglishText.List(numbers)}{(isInferred ? ", our own view" : "")}");
        }),
    ];

    /// <summary>"Rec" for a recommendation, else the first word where it is short, or its beginning.</summary>
    private static string Short(string word)
    {
        if (word.StartsWith("Recommendation", StringComparison.OrdinalIgnoreCase))
        {
            return "Rec";
        }

        var first = word.Split(' ')[0];
        return first.Length <= LongestShortWord ? first : first[..4];
    }
}
