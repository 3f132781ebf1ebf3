using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Takes a released version back. Who read it before is in the access log.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed class WithdrawEvidence : ICommand<EvidenceReleased>, IEvidenceVersionCommand
{
    [BindNever]
    public Guid ItemId { get; set; }

    public int Number { get; set; }
    public uint Version { get; set; }
}
