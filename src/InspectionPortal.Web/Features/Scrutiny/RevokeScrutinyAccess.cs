using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Ends a grant now: the officers' next click is a 404.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class RevokeScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    [BindNever]
    public Guid Id { get; set; }

    public uint Version { get; set; }
}
