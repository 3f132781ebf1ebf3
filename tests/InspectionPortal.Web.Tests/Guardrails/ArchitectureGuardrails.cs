using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>
/// Holds which part of the product may refer to which, read from the compiled assemblies. docs/architecture.md shows the same
/// matrix. A new arrow needs a reason beside it here; an arrow that nothing uses any more is taken out.
/// </summary>
public sealed class ArchitectureGuardrails
{
    private const string Product = "InspectionPortal.";
    private const string Web = "Web";
    private const string Features = "Features";

    /// <summary>From a part to the parts that it refers to. Domain, Measurement and PlanDocuments are projects: the compiler holds theirs too.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Measurement"] = [],
        ["Domain"] = ["Measurement"],
        ["PlanDocuments"] = ["Domain"],
        ["Components"] = ["Domain", "Measurement"],
        ["Tenancy"] = ["Identity"],
        ["Data"] = ["Domain", "Measurement", "Identity", "Infrastructure", "Jobs", "Mail", "Tenancy"],
        ["Jobs"] = ["Domain", "Data", "Tenancy"],
        ["Mail"] = ["Data", "Infrastructure", "Jobs", "Tenancy"],
        ["Identity"] = ["Domain", "Data", "Infrastructure", "Jobs", "Mail", "Tenancy"],
        ["Infrastructure"] = ["Domain", "Data", "Identity", "Tenancy"],
        ["Notifications"] = ["Domain", "Data", "Identity", "Infrastructure", "Jobs", "Mail"],
        ["Features"] = ["Domain", "Measurement", "PlanDocuments", "Components", "Data", "Identity", "Infrastructure", "Jobs", "Mail", "Notifications", "Tenancy"],

        // Infrastructure: the demonstration's history sends the features' messages and reads how they ended.
        ["Commands"] = ["Domain", "Measurement", "PlanDocuments", "Data", "Features", "Identity", "Infrastructure", "Jobs", "Mail", "Tenancy"],
    };

    /// <summary>From one feature to another. Empty but for what is named here.</summary>
    private static readonly Dictionary<string, string[]> BetweenFeatures = new(StringComparer.Ordinal)
    {
        // A link officer's home is the overview of the partnership: one page at two addresses.
        ["Home"] = ["Scrutiny"],
    };

    private static readonly Lazy<IReadOnlyList<(IType From, IType To)>> Arrows = new(Read);

    [Fact]
    public void Arrow_BetweenParts_IsAllowed() => Assert.Empty(
        Arrows.Value.Select(a => (a.From, a.To, Start: Part(a.From), End: Part(a.To)))
            .Where(a => a.Start != a.End && !Allowed[a.Start].Contains(a.End, StringComparer.Ordinal))
            .Select(a => $"{a.Start} → {a.End}: {a.From.Name} uses {a.To.Name}").Distinct());

    [Fact]
    public void Arrow_Allowed_IsUsed()
    {
        var used = Arrows.Value.Select(a => $"{Part(a.From)} → {Part(a.To)}").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Allowed.SelectMany(a => a.Value.Select(to => $"{a.Key} → {to}")).Where(a => !used.Contains(a)));
    }

    [Fact]
    public void Feature_Any_UsesNoOtherFeaturesTypes() => Assert.Empty(
        from arrow in Arrows.Value
        let start = Feature(arrow.From)
        let end = Feature(arrow.To)
        where start is not null && end is not null && start != end
        where !BetweenFeatures.TryGetValue(start, out var to) || !to.Contains(end, StringComparer.Ordinal)
        select $"{start} → {end}: {arrow.From.Name} uses {arrow.To.Name}");

    [Fact]
    public void Parts_AreTheFoldersThatExist() =>
        Assert.Empty(Arrows.Value.SelectMany(a => new[] { Part(a.From), Part(a.To) }).Distinct().Except(Allowed.Keys, StringComparer.Ordinal));

    private static List<(IType From, IType To)> Read()
    {
        var architecture = new ArchLoader().LoadAssemblies([.. ProductAssemblies.All]).Build();
        var arrows = architecture.Types.Where(IsOurs)
            .SelectMany(from => from.Dependencies.Select(d => d.Target).Where(IsOurs).Distinct().Select(to => (from, to)))
            .Where(a => a.from != a.to).ToList();
        Assert.True(arrows.Count > 5000, $"Only {arrows.Count} arrows were read from the assemblies.");
        return arrows;
    }

    private static bool IsOurs(IType type) => type is not GenericParameter && type.FullName.StartsWith(Product, StringComparison.Ordinal);

    /// <summary>"Domain", or the folder of the web project.</summary>
    private static string Part(IType type)
    {
        var names = type.FullName.Split('.', '+', '/');
        return names[1] == Web ? names[2] : names[1];
    }

    private static string? Feature(IType type)
    {
        var names = type.FullName.Split('.', '+', '/');
        return names is ["InspectionPortal", Web, Features, var feature, _, ..] ? feature : null;
    }
}
