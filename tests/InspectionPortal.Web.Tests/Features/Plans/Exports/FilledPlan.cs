using System.Globalization;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Rows;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>
/// A plan in which every value of every kind of row is set, found in the model: a field that somebody adds is set and compared without
/// a change here.
/// </summary>
internal sealed class FilledPlan(PortalDbContext database, Guid userId)
{
    /// <summary>Rows that refer to exactly one of several things: as many rows as there are things.</summary>
    private static readonly Dictionary<Type, string[]> OneOf = new()
    {
        [typeof(Measure)] = [nameof(Measure.ProjectId), nameof(Measure.AimId), nameof(Measure.DriverId)],
        [typeof(MeasureUse)] = [nameof(MeasureUse.AimId), nameof(MeasureUse.DriverId), nameof(MeasureUse.ProjectId)],
        [typeof(RecommendationLink)] =
        [
            nameof(RecommendationLink.AimId), nameof(RecommendationLink.DriverId), nameof(RecommendationLink.ProjectId),
            nameof(RecommendationLink.MeasureId),
        ],
        [typeof(SignalAnswer)] = [nameof(SignalAnswer.MeasureId), nameof(SignalAnswer.ProjectId)],
        [typeof(DependsOn)] = [nameof(DependsOn.OnAimId), nameof(DependsOn.OnProjectId)],
    };

    private readonly Dictionary<Type, List<TenantEntity>> _rows = [];

    public static Vocabulary Words { get; } = new() { StretchAim = "Driver of success", Measure = "Indicator", SubAction = "Step" };

    public static PlanLayout Columns { get; } = new()
    {
        ShowVision = false,
        Columns =
        [
            new(PlanField.Number, "No."), new(PlanField.What, "What?", "The work"), new(PlanField.Leads, "Who?", "The work", "Posts"),
            new(PlanField.Updates, "How it goes"), new(PlanField.Measures, "Indicators"), new(PlanField.SubActions, "Steps"),
        ],
    };

    public static IReadOnlyList<Rating> Key { get; } =
    [
        new("sound", "Sound", "All well.", "green", "hexagon", 1), new("shaky", "Shaky", "Not quite.", "amber", "diamond", 2),
        new("stuck", "Stuck", "Not at all.", "purple", "bar", 3),
    ];

    /// <summary>Adds the rows, two of each kind and more where a kind can belong to more than two things.</summary>
    public void Add()
    {
        foreach (var kind in PlanCopyModel.Kinds)
        {
            var count = kind == typeof(Plan) ? 1 : Math.Max(2, OneOf.GetValueOrDefault(kind, []).Length);
            _rows[kind] = [];
            for (var i = 0; i < count; i++)
            {
                var row = (TenantEntity)Activator.CreateInstance(kind)!;
                Fill(database.Model.FindEntityType(kind)!, row, i);
                _rows[kind].Add(row);
            }
        }

        database.AddRange(_rows.Values.SelectMany(r => r));
    }

    private void Fill(IEntityType kind, TenantEntity row, int index)
    {
        var references = kind.GetForeignKeys().Where(k => _rows.ContainsKey(k.PrincipalEntityType.ClrType) || k.PrincipalEntityType == kind)
            .SelectMany(k => k.Properties.Where(p => p.Name != nameof(ITenantScoped.TenantId)).Select(p => (Property: p, Of: k.PrincipalEntityType.ClrType))).ToList();
        foreach (var property in kind.GetProperties().Where(p => p.PropertyInfo is not null && p.Name != "Id"))
        {
            var reference = references.Find(r => r.Property == property).Of;
            if (reference is not null && PlanCopyModel.Takes(property))
            {
                property.PropertyInfo!.SetValue(row, Reference(kind.ClrType, property.Name, reference, index));
            }
            else if (PlanCopyModel.Takes(property))
            {
                property.PropertyInfo!.SetValue(row, Value(kind.ClrType, property, index));
            }
            else if (property.ClrType == typeof(Guid) && property.Name.EndsWith("UserId", StringComparison.Ordinal))
            {
                property.PropertyInfo!.SetValue(row, userId);
            }
        }
    }

    private Guid? Reference(Type kind, string name, Type of, int index)
    {
        if (OneOf.TryGetValue(kind, out var names) && names.Contains(name, StringComparer.Ordinal))
        {
            return names[index % names.Length] == name ? _rows[of][0].Id : null;
        }

        // What is under another of its kind is under the first; everything else that can be under either is spread over both.
        return of == kind ? index == 0 ? null : _rows[of][0].Id
            : kind == typeof(ImprovementProject) || kind == typeof(KeyDriver) || kind == typeof(UpdateEntry) || kind == typeof(Measure) ? _rows[of][0].Id
            : _rows[of][Math.Min(index, _rows[of].Count - 1)].Id;
    }

    private static object? Value(Type kind, IProperty property, int index)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (kind.Name, property.Name) switch
        {
            (nameof(ImprovementProject), nameof(ImprovementProject.Rag)) => Key[index % Key.Count].Code,
            (nameof(ImprovementProject), nameof(ImprovementProject.Status)) => index == 0 ? ProjectStatus.Stopped : ProjectStatus.InProgress,
            (nameof(SubAction), nameof(SubAction.Status)) => index == 0 ? ProjectStatus.Stopped : ProjectStatus.DoneAwaitingEvidence,
            (nameof(UpdateEntry), nameof(UpdateEntry.BeforePortal)) => true,
            (nameof(UpdateEntry), nameof(UpdateEntry.Position)) => index,
            (nameof(ImprovementProject) or nameof(StretchAim) or nameof(Recommendation), "Number") => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.1"),
            _ when type == typeof(string) => Text(kind, property, index),
            _ when type.IsEnum => Enum.GetValuesAsUnderlyingType(type) is { Length: var length } ? Enum.GetValues(type).GetValue((index + 1) % length) : null,
            _ when type == typeof(Deadline) => DeadlineParser.Parse(index == 0 ? "scope by March 2031" : "Q3 2031/32"),
            _ when type == typeof(SourceNote) => new SourceNote($"page {index + 3}", "cut off", Unclear: true),
            _ when type == typeof(List<string>) => new List<string> { $"{property.Name} one {index}", "Two\nlines" },
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 14 + index),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 14 + index, 15, 9, 26, 535, TimeSpan.Zero),
            _ when type == typeof(decimal) => 12.50m + index,
            _ when type == typeof(int) => index + 1,
            _ when type == typeof(bool) => property.Name != nameof(Measure.ScreenMovingRanges),
            _ => throw new NotSupportedException($"Say in this test how {kind.Name}.{property.Name} is set."),
        };
    }

    /// <summary>Words with what a file could lose: white space, lines, signs and the marks of lists.</summary>
    private static string Text(Type kind, IProperty property, int index)
    {
        var most = property.GetMaxLength() ?? 1000;
        var name = $"{kind.Name} {property.Name} {index}";
        var text = most < 40 ? $"{property.Name[..1]}{index}" : most < 150 ? name : $"{name}:  “two”  spaces\n• a point\n- another & <b>";
        return text[..Math.Min(text.Length, most)];
    }
}
