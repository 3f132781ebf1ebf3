using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Takes the rating of a project from words and colours, and keeps earlier ratings beside it.</summary>
internal sealed class ProjectRatings
{
    private readonly IReadOnlyList<MappedColumn> _columns;
    private readonly ImportIssues _issues;
    private readonly IReadOnlyList<int> _ratings;
    private readonly int? _coloured;

    public ProjectRatings(IReadOnlyList<MappedColumn> columns, ImportIssues issues)
    {
        _columns = columns;
        _issues = issues;
        _ratings = RatingColumns.CurrentFirst(columns);
        _coloured = RatingColumns.OnlyColoured(columns);
        SayRatings();
    }

    public void Add(PlanRow row, ImportedProject project)
    {
        foreach (var i in _ratings)
        {
            var rating = row.IsBlank(i) ? CellContent.Colour(row.Fills[i]) : Rated(row, project, i);
            if (rating is null)
            {
                continue;
            }

            if (project.Rag is null && CellContent.RatedWords(row.Text(i)) is { } told)
            {
                rating = told.Rating;
                project.Progress = project.Progress is null ? told.Words : $"{project.Progress}\n{told.Words}";
            }

            if (row.IsBlank(i))
            {
                _issues.Info(row.Where, $"The rating '{rating}' was taken from the colour of its cell.");
            }

            Take(row, project, i, rating);
        }

        if (project.Rag is null && _coloured is { } column && CellContent.Colour(row.Fills[column]) is { } colour)
        {
            project.Rag = colour;
            _issues.Info(row.Where, $"The rating '{colour}' was taken from the colour of its cell.");
        }
    }

    /// <summary>The first rating is the project's; others are kept beside it.</summary>
    private void Take(PlanRow row, ImportedProject project, int column, string rating)
    {
        if (project.Rag is not null)
        {
            project.AddOther(_columns[column].Column.FullHeader, rating);
            return;
        }

        project.Rag = CellContent.InEnglish(rating);
        if (column != _ratings[0] && !CellContent.IsRating(_columns[column].Column.Header))
        {
            _issues.Warn(row.Where, $"The latest rating is blank, so the rating in '{_columns[column].Column.FullHeader}' is used.");
        }
    }

    /// <summary>The words of a rating's cell. If they are no rating, its colour, and the words are kept beside it.</summary>
    private string Rated(PlanRow row, ImportedProject project, int column)
    {
        var words = row.Text(column).ReplaceLineEndings(" ");
        if (CellContent.IsRating(words) || CellContent.RatedWords(row.Text(column)) is not null
            || CellContent.Colour(row.Fills[column]) is not { } colour)
        {
            return words;
        }

        if (project.Status is null && CellContent.IsStatus(words))
        {
            project.Status = words;
        }
        else if (!CellContent.IsTick(words))
        {
            project.AddOther(_columns[column].Column.FullHeader, words);
        }

        _issues.Info(row.Where, $"The rating '{colour}' was taken from the colour of its cell.");
        return colour;
    }

    private void SayRatings()
    {
        if (_ratings.Count > 1)
        {
            _issues.Info($"Column '{_columns[_ratings[0]].Column.FullHeader}'",
                $"Of {_ratings.Count} columns of ratings, this is the latest. Its ratings are used, and the others are kept with each row.");
        }
    }
}
