using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// What a partnership owns, found in the model: every tenant entity is a table of the archive, every column of it a column.
/// What is left out is listed here, with the reason, and nowhere else.
/// </summary>
public static class ArchiveTables
{
    /// <summary>Columns that say nothing outside this portal.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        // The same in every row: the number the portal knows the partnership by.
        nameof(ITenantScoped.TenantId),

        // PostgreSQL's, changes with every restore.
        nameof(TenantEntity.Version),

        // The words of the row's own texts, for the search.
        SearchFunctions.Words,
        SearchFunctions.MembersWords,
    };

    /// <summary>Columns of one entity that are left out.</summary>
    private static readonly HashSet<(Type, string)> LeftOutOf =
    [
        // A name on the server's disk; the archive has a column that says where the file is within it.
        (typeof(EvidenceVersion), nameof(EvidenceVersion.StorageName)),

        (typeof(StagedFile), nameof(StagedFile.StorageName)),

        // A file that waits to be brought in, gone in a week at most; what is brought in is in the plan.
        (typeof(PlanImport), nameof(PlanImport.Data)),

        // Worked out from the name by the database.
        (typeof(LeadResponsibility), PeopleMapping.NameForScrutiny),

        // Read from the scrutiny edition, which is in the archive.
        (typeof(PublishedReport), nameof(PublishedReport.ListedEvidence)),
        (typeof(PublishedReport), nameof(PublishedReport.Facts)),
        (typeof(PublishedReport), nameof(PublishedReport.Evidenced)),
    ];

    /// <summary>Every table, in the order of their names.</summary>
    public static IReadOnlyList<ArchiveTable> Of(IModel model) =>
    [
        .. model.GetEntityTypes().Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType))
            .Select(Table).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>Columns of the partnership's own row: its name, words, layout, key to ratings and calendar.</summary>
    public static IReadOnlyList<IArchiveColumn> OfPartnership(IModel model) =>
    [
        .. model.FindEntityType(typeof(Partnership))!.GetProperties()
            .Where(p => p.Name is not (nameof(Partnership.Id) or nameof(Partnership.Version))).OrderBy(p => p.PropertyInfo!.MetadataToken).Select(p => new ArchiveColumn(p)),
    ];

    /// <summary>True where the column is left out on purpose.</summary>
    public static bool IsLeftOut(Type entity, string property) => LeftOut.Contains(property) || LeftOutOf.Contains((entity, property));

    private static ArchiveTable Table(IEntityType entity) => new(
        entity.ClrType,
        entity.GetTableName()!.Replace('_', '-'),
        [.. entity.GetProperties().Where(p => !IsLeftOut(entity.ClrType, p.Name) && p.ClrType != typeof(byte[])).OrderBy(p => p.Name == nameof(ITenantScoped.Id) ? 0 : p.PropertyInfo!.MetadataToken)
            .Select(p => new ArchiveColumn(p))],
        [.. entity.GetProperties().Where(p => p.ClrType == typeof(byte[]) && !IsLeftOut(entity.ClrType, p.Name)).Select(p => new ArchiveColumn(p))],
        entity.GetProperties().Any(p => p.ClrType == typeof(byte[])));
}
