using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>What of an archive is restored, in which order, and what is not and why. A test holds it against the model.</summary>
public static class RestoreModel
{
    private const string OfAccess =
        "Nobody gets into a restored partnership by an archive: people are invited again, and access is given again.";
    private const string OfRelease = "A file that is not known to be clean is not released. The partnership releases it again.";
    private const string OfMail = "E-mails and what somebody had not saved belong to the portal that the archive came from.";
    private const string OfWork = "Work of the portal that the archive came from.";
    private const string OfThePublicPage =
        "A restored partnership has an address of its own. Nothing of it is public until its lead writes the page and publishes it.";

    private const string OfTheChain = "The database seals the restored audit itself, as it seals everything that is written to it.";

    /// <summary>What is not restored, and why.</summary>
    public static IReadOnlyDictionary<Type, string> LeftOut { get; } = new Dictionary<Type, string>
    {
        [typeof(Membership)] = OfAccess,
        [typeof(ResponsibilityHolder)] = OfAccess,
        [typeof(ScrutinyGrant)] = OfAccess,
        [typeof(Signatory)] = OfAccess,
        [typeof(ApprovalDelegation)] = OfAccess,
        [typeof(Notification)] = OfMail,
        [typeof(UpdateReminder)] = OfMail,
        [typeof(AutosavedUpdate)] = OfMail,
        [typeof(StagedFile)] = OfMail,
        [typeof(PlanImport)] = OfWork,
        [typeof(PartnershipJob)] = OfWork,
        [typeof(PublicPage)] = OfThePublicPage,
        [typeof(AuditLink)] = OfTheChain,
        [typeof(AuditHead)] = OfTheChain,
    };

    /// <summary>Values that are not as they were, and why.</summary>
    public static IReadOnlyDictionary<(Type Kind, string Value), string> Changed { get; } = new Dictionary<(Type, string), string>
    {
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.StorageName))] = "The file gets a name on the disk of this portal.",
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.Scan))] =
            "A file is scanned for viruses where it arrives, whatever an archive says.",
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.ScannedAt))] = "A file is scanned again where it arrives.",
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.ScanTriedAt))] = "A file is scanned again where it arrives.",
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.ScanNote))] = "A file is scanned again where it arrives.",
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.ReleasedAt))] = OfRelease,
        [(typeof(EvidenceVersion), nameof(EvidenceVersion.ReleasedByUserId))] = OfRelease,
        [(typeof(Partnership), nameof(Partnership.Slug))] = "A restored partnership has an address of its own.",
        [(typeof(Partnership), nameof(Partnership.State))] = "It opens, and nobody is in it.",
        [(typeof(Partnership), nameof(Partnership.FirstLeadUserId))] = OfAccess,
    };

    /// <summary>What is restored: what others refer to, or what the database wants before them, comes first.</summary>
    public static IReadOnlyList<IEntityType> Kinds(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var kinds = new List<IEntityType>();
        var met = new HashSet<Type>();
        foreach (var kind in model.GetEntityTypes().Where(IsRestored).OrderBy(e => e.ClrType.Name, StringComparer.Ordinal))
        {
            Visit(kind);
        }

        return kinds;

        void Visit(IEntityType kind)
        {
            if (!met.Add(kind.ClrType))
            {
                return;
            }

            foreach (var before in Before(model, kind).Where(b => b != kind && IsRestored(b)))
            {
                Visit(before);
            }

            kinds.Add(kind);
        }
    }

    /// <summary>True where rows of the kind refer to others of their own kind, so that they are written together.</summary>
    public static bool RefersToItself(IEntityType kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.GetForeignKeys().Any(k => k.PrincipalEntityType == kind);
    }

    /// <summary>True where a value of an archive becomes one of the row.</summary>
    public static bool Takes(IProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.PropertyInfo is not null && property.ValueGenerated != ValueGenerated.OnAddOrUpdate
            && !ArchiveTables.IsLeftOut(property.DeclaringType.ClrType, property.Name)
            && !property.GetContainingForeignKeys().Any(k => LeftOut.ContainsKey(k.PrincipalEntityType.ClrType));
    }

    private static bool IsRestored(IEntityType kind) =>
        typeof(ITenantScoped).IsAssignableFrom(kind.ClrType) && !LeftOut.ContainsKey(kind.ClrType);

    /// <summary>Nothing is added to the approvals of a report that is published: they come before it.</summary>
    private static IEnumerable<IEntityType> Before(IModel model, IEntityType kind)
    {
        Type[] votes = kind.ClrType == typeof(PublishedReport) ? [typeof(Approval), typeof(DecisionRecord), typeof(ReturnComment)] : [];
        return kind.GetForeignKeys().Select(k => k.PrincipalEntityType).Concat(votes.Select(v => model.FindEntityType(v)!));
    }
}
