namespace InspectionPortal.Domain.Imports;

/// <summary>What an import did.</summary>
/// <param name="Added">Ids of rows that it added, by the name of their entity.</param>
/// <param name="Changed">Fields that it changed, with what stood there before.</param>
/// <param name="Versions">The versions that the rows have since: one with another was touched by somebody.</param>
/// <param name="Told">What it did, in words.</param>
public sealed record ImportDone(
    IReadOnlyDictionary<string, List<Guid>> Added, IReadOnlyList<ImportedChange> Changed, IReadOnlyList<uint> Versions, string Told)
{
    /// <summary>What the partnership had, where the file brought words, columns and ratings; null where it kept its own.</summary>
    public ImportedSettings? SettingsBefore { get; init; }

    /// <summary>What the file brought, so that a later change of it is known.</summary>
    public ImportedSettings? SettingsAfter { get; init; }
}
