using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Saves one section of a project: the same steps for each, with the rules that the long form has too.</summary>
internal sealed class ProjectSectionSaver(PortalDbContext database, VocabularyTerms terms)
{
    /// <summary>Writes, compares with what the form was opened with, and saves.</summary>
    /// <param name="command">The small form.</param>
    /// <param name="write">Writes it into the project; says what is wrong, or null.</param>
    /// <param name="refuse">What the database is asked once it is written; null where there is nothing to ask.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Result<Saved>> SaveAsync(
        ProjectSectionFields command, Func<ImprovementProject, Task<Failure?>> write, Func<ImprovementProject, Task<Failure?>>? refuse,
        CancellationToken cancellationToken)
    {
        await database.LockProjectsAsync([command.Id], cancellationToken);
        var project = await database.Projects.Include(p => p.Leads).SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        var stored = ProjectSections.VersionOf(project, command.Section);
        var deadline = project.Deadline;
        if (await write(project) is { } wrong)
        {
            return wrong;
        }

        if (database.ChangeTracker.HasChanges())
        {
            if (stored != command.Version)
            {
                return new Conflict("Someone else changed this while you had it open. Your change is not saved yet.");
            }

            if (refuse is not null && await refuse(project) is { } refused)
            {
                return refused;
            }

            database.Touch(project, project.Version);
            await database.SaveChangesAsync(cancellationToken);
        }

        var understood = deadline == project.Deadline ? "" : $". {DeadlineSlips.Explain(deadline, project.Deadline)}";
        return new Saved(command.ReturnAddress(), $"{VocabularyTerms.Start(terms.Project)} {project.Number} saved{understood}");
    }
}
