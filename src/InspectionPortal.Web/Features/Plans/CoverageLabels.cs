using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What is said of a project that answers a recommendation.</summary>
public static class CoverageLabels
{
    /// <summary>How the portal knows, and whether the work goes on; empty for a stated link to work in hand.</summary>
    public static IReadOnlyList<string> Notes(CoveringProject work)
    {
        var notes = new List<string>();
        if (work.IsInferred)
        {
            notes.Add("our own view");
        }

        if (work.Through != CoverageThrough.Itself)
        {
            notes.Add(work.Through switch
            {
                CoverageThrough.Aim => "through its aim",
                CoverageThrough.Driver => "through its driver",
                _ => "through a measure",
            });
        }

        if (work.Project.State == CoverageState.Stopped)
        {
            notes.Add("stopped");
        }

        return notes;
    }
}
