using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>When files of evidence can be destroyed, and by whom: docs/decisions/0067-destroyed-by-two-people.md.</summary>
internal static class DestructionRules
{
    /// <summary>How long a file stays after it was withdrawn: until nobody can undo that, and the nightly clean-up takes it.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(1);

    public static bool MayRequest(EvidenceItem item, TenantAccess tenant, DateTimeOffset now) =>
        tenant.Has(Permission.DestroyEvidence) && item is { Form: EvidenceForm.File, DestructionRequestedAt: null }
        && item.WithdrawnAt <= now - After;

    public static bool MayDecline(EvidenceItem item, TenantAccess tenant) =>
        tenant.Has(Permission.DestroyEvidence) && item is { DestructionRequestedAt: not null, DestroyedAt: null };

    public static bool MayConfirm(EvidenceItem item, TenantAccess tenant, Guid user) =>
        MayDecline(item, tenant) && item.DestructionRequestedByUserId != user;
}
