using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The item that a newer version is for; null where it is not this person's to add to.</summary>
[Requires(Permission.AddEvidence)]
public sealed record StartEvidenceVersion(Guid ItemId) : IQuery<EvidenceVersionStart>;

internal sealed class StartEvidenceVersionHandler(OwnItems own) : IRequestHandler<StartEvidenceVersion, EvidenceVersionStart?>
{
    public Task<EvidenceVersionStart?> Handle(StartEvidenceVersion query, CancellationToken cancellationToken) =>
        own.Items().AsNoTracking().Where(i => i.Id == query.ItemId && i.WithdrawnAt == null)
            .Select(i => new EvidenceVersionStart(
                i.Id, i.Title, i.Form, i.Versions.Max(v => v.Number), new AddEvidenceVersion { ItemId = i.Id }))
            .FirstOrDefaultAsync(cancellationToken);
}
