using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Asks for an archive. While one is being made, asking again is answered with that one.</summary>
[Requires(Permission.TakeArchive)]
public sealed class MakeArchive : ICommand<ArchiveAsked>
{
    public Guid Id { get; set; }
}

/// <param name="IsNew">False where it was being made already.</param>
public sealed record ArchiveAsked(Guid Id, bool IsNew);

internal sealed class MakeArchiveValidator : AbstractValidator<MakeArchive>
{
    public MakeArchiveValidator() => RuleFor(c => c.Id).NotEmpty().WithMessage("Open the page again and choose “Make an archive”");
}

internal sealed class MakeArchiveHandler(PortalDbContext database, JobQueue queue, CurrentSession current, TimeProvider time)
    : IRequestHandler<MakeArchive, Result<ArchiveAsked>>
{
    public async Task<Result<ArchiveAsked>> Handle(MakeArchive command, CancellationToken cancellationToken)
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
        await queue.AskAsync<MakeArchiveJob>(job, cancellationToken);
        return new ArchiveAsked(job.Id, IsNew: true);
    }
}
