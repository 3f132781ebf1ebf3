using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>An administrator of a scrutiny body removes one of its officers. Their access ends at their next request.</summary>
[Requires(Permission.AdministerBody)]
[ConfirmIdentity]
public sealed class RemoveOwnOfficer : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
}
