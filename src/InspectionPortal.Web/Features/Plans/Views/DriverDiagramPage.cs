using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The page; <see cref="Drawing"/> is null where there is nothing to draw, or so much that one aim is asked for first.</summary>
public sealed record DriverDiagramPage(PlanContent Plan, DiagramDrawing? Drawing, bool IsA3, bool IsWhole) : IReadByLinkOfficers
{
    public const string Path = "drivers";

    /// <summary>Nodes that can be read in one drawing: more are offered one aim at a time.</summary>
    public const int MostReadable = 60;

    // What 1200 units of width leave in height on each paper, below the headers; the first page also has the page's heading.
    private const double OnA4 = 742;
    private const double FirstOnA4 = 520;
    private const double OnA3 = 1660;
    private const double FirstOnA3 = 1440;

    public string WhatWasRead => $"Driver diagram: {Plan.Head.Title}";

    /// <summary>Boxes that the drawing has, or would have.</summary>
    public int Nodes => NodesOf(Plan);

    /// <summary>True where one aim is to be chosen before anything is drawn.</summary>
    public bool IsTooLarge => Drawing is null && Plan.Aims.Count > 0;

    /// <summary>What the view keeps in its address beside filters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried =>
        [.. new[] { ("paper", IsA3 ? "a3" : null), ("whole", IsWhole ? "1" : null) }.Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2!))];

    /// <summary>The view with other paper, what else is asked for as it is.</summary>
    public string On(bool a3) => Plan.Filter.At($"{Path}?{string.Join('&', new[] { a3 ? "paper=a3" : null, IsWhole ? "whole=1" : null }.OfType<string>())}".TrimEnd('?'));

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

    /// <summary>The drawing cut for paper.</summary>
    public IReadOnlyList<TreePage> Pages =>
        Drawing is null ? [] : TreePages.Cut(Drawing.Tree, Scaled(IsA3 ? FirstOnA3 : FirstOnA4), Scaled(IsA3 ? OnA3 : OnA4));

    private double Scaled(double height) => height * Drawing!.Tree.Width / 1200;
}
