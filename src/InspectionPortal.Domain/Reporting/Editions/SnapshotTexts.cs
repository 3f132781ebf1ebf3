using System.Text.Json;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// The texts of a project in a snapshot, by name. What is empty is null and not written at all: quarters from before a field keep
/// their bytes, and so their hash.
/// </summary>
public static class SnapshotTexts
{
    private static IEnumerable<ProjectField> Fields => ProjectFields.All.Where(f => f.IsInReport);

    public static IReadOnlyDictionary<string, string>? Of(ImprovementProject project) =>
        OrNull(Fields.Where(f => f.Get(project) is not null).ToDictionary(KeyOf, f => f.Get(project)!, StringComparer.Ordinal));

    /// <summary>The names of the texts that go to scrutiny bodies too; null for none.</summary>
    public static IReadOnlyList<string>? OpenOf(PlanLayout layout)
    {
        var open = Fields.Where(f => f.MayScrutinyRead(layout)).Select(KeyOf).ToList();
        return open.Count == 0 ? null : open;
    }

    /// <summary>What of a project's texts goes to scrutiny bodies.</summary>
    public static IReadOnlyDictionary<string, string>? Open(IReadOnlyDictionary<string, string>? texts, IReadOnlyList<string>? open) =>
        OrNull((texts ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(t => open?.Contains(t.Key, StringComparer.Ordinal) == true)
            .ToDictionary(StringComparer.Ordinal));

    /// <summary>The texts with their fields, as a report shows them.</summary>
    public static IEnumerable<(ProjectField Field, string Text)> Read(IReadOnlyDictionary<string, string>? texts) =>
        Fields.Select(f => (f, texts?.GetValueOrDefault(KeyOf(f)))).Where(t => t.Item2 is not null).Select(t => (t.f, t.Item2!));

    private static string KeyOf(ProjectField field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private static Dictionary<string, string>? OrNull(Dictionary<string, string> texts) => texts.Count == 0 ? null : texts;
}
