using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Asks for an archive. While one is being made, asking again is answered with that one.</summary>
[Requires(Permission.TakeArchive)]
[ConfirmIdentity]
public sealed class CreateArchive : ICommand<ArchiveAsked>
{
    public Guid Id { get; set; }
}

internal sealed class CreateArchiveValidator : AbstractValidator<CreateArchive>
{
    public CreateArchiveValidator() => RuleFor(c => c.Id).NotEmpty().WithMessage("Open the page again and choose “Create archive”");
}

internal sealed class CreateArchiveHandler(
    PortalDbContext database, JobQueue queue, CurrentSession current, SecurityLog log, TimeProvider time)
    : IRequestHandler<CreateArchive, Result<ArchiveAsked>>
{
    public async Task<Result<ArchiveAsked>> Handle(CreateArchive command, CancellationToken cancellationToken)
    {
        var there = await database.PartnershipJobs.AsNoTracking()
            .Where(j => j.Kind == JobKind.Archive && (j.Id == command.Id || j.State == JobState.Waiting || j.State == JobState.Running))
            .Select(j => j.Id).ToListAsync(cancellationToken);
        if (there.Count > 0)
        {
            return new ArchiveAsked(there[0], IsNew: there.Contains(command.Id));
        }

        var job = new PartnershipJob
        {
            Id = command.Id,
            TenantId = current.RequiredTenant.Partnership.Id,
            Kind = JobKind.Archive,
            State = JobState.Waiting,
            AskedByUserId = current.RequiredPerson.UserId,
            AskedAt = time.GetUtcNow(),
        };
        log.Add(SecurityEventKind.ArchiveRequested);
        await queue.AskAsync<CreateArchiveJob>(job, cancellationToken);
        return new ArchiveAsked(job.Id, IsNew: true);
    }
}
