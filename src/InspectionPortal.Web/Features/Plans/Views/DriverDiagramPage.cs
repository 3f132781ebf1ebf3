using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The page; <see cref="Drawing"/> is null where there is nothing to draw, or so much that one aim is asked for first.</summary>
public sealed record DriverDiagramPage(PlanContent Plan, DiagramDrawing? Drawing, bool IsA3, bool IsWhole, int Zoom) : IReadByLinkOfficers
{
    public const string Path = "drivers";

    /// <summary>Sizes on the screen, in per cent of the width of the page.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [100, 150, 200];

    /// <summary>Nodes that can be read in one drawing: more are offered one aim at a time.</summary>
    public const int MostReadable = 60;

    // What 1200 units of width leave in height on each paper, below the headers; the first page also has the page's heading.
    private const double OnA4 = 742;
    private const double FirstOnA4 = 520;
    private const double OnA3 = 1660;
    private const double FirstOnA3 = 1440;

    // One sheet of A3 shows so many times what fits at full size: the words are then as small as a footnote, and no smaller.
    private const double MostShrunk = 1.8;

    public string WhatWasRead => $"Driver diagram: {Plan.Head.Title}";

    /// <summary>Boxes that the drawing has, or would have.</summary>
    public int Nodes => NodesOf(Plan);

    /// <summary>True where one aim is to be chosen before anything is drawn.</summary>
    public bool IsTooLarge => Drawing is null && Plan.Aims.Count > 0;

    /// <summary>What the view keeps in its address beside filters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried => Pairs(IsA3, Zoom);

    /// <summary>The view set up for the other paper, what else is asked for as it is.</summary>
    public string OtherPaper => At(!IsA3, Zoom);

    /// <summary>The next larger size; null at the largest.</summary>
    public string? Larger => Sizes.Where(s => s > Zoom).Select(s => At(IsA3, s)).FirstOrDefault();

    /// <summary>The next smaller size; null at the smallest.</summary>
    public string? Smaller => Sizes.Where(s => s < Zoom).Select(s => At(IsA3, s)).LastOrDefault();

    /// <summary>Where all is drawn at once.</summary>
    public string WholeHref => Plan.Filter.At($"{Path}?whole=1");

    /// <summary>One aim after the other, and the whole; only where the plan has too much for one drawing.</summary>
    public IReadOnlyList<(string Words, string Href, bool IsCurrent)> Choices => Plan.Options.Aims.Count < 2 || (Plan.Total < MostReadable && !IsWhole)
        ? []
        :
        [
            .. Plan.Options.Aims.Select(a => (a.Words, Plan.Filter.With("aim", a.Value, Path), Plan.Aims.Count == 1 && Plan.Filter.AsksForAim && Plan.Aims[0].Number == a.Value)),
            ("The whole plan", Plan.Filter.Cleared($"{Path}?whole=1"), IsWhole && !Plan.Filter.AsksForAim),
        ];

    internal static int NodesOf(PlanContent plan) => 1 + plan.Aims.Sum(a => 1 + a.All.Count + a.Drivers.Sum(DriversOf));

    private static int DriversOf(DriverItem driver) => 1 + driver.Drivers.Sum(DriversOf);

    /// <summary>True where all of it can be read on one sheet of A3.</summary>
    public bool IsOneSheet => IsA3 && Drawing is { } drawn && drawn.Tree.Height <= Scaled(FirstOnA3) * MostShrunk;

    /// <summary>The drawing cut for paper.</summary>
    public IReadOnlyList<TreePage> Pages => Drawing switch
    {
        null => [],
        { } drawn when IsOneSheet => [new TreePage(0, drawn.Tree.Height + 1)],
        { } drawn => TreePages.Cut(drawn.Tree, Scaled(IsA3 ? FirstOnA3 : FirstOnA4), Scaled(IsA3 ? OnA3 : OnA4)),
    };

    private double Scaled(double height) => height * Drawing!.Tree.Width / 1200;

    private string At(bool isA3, int zoom) =>
        Plan.Filter.At($"{Path}?{string.Join('&', Pairs(isA3, zoom).Select(p => $"{p.Key}={p.Value}"))}".TrimEnd('?'));

    private List<KeyValuePair<string, string>> Pairs(bool isA3, int zoom)
    {
        (string Key, string? Value)[] asked = [("paper", isA3 ? "a3" : null), ("whole", IsWhole ? "1" : null), ("zoom", zoom > Sizes[0] ? $"{zoom}" : null)];
        return [.. asked.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!))];
    }
}
