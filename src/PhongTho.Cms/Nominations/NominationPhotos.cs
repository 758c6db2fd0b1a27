using PhongTho.Cms.Intake;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;

namespace PhongTho.Cms.Nominations;

/// <summary>Pictures that came with nominations.</summary>
public sealed class NominationPhotos(string dataFolder, MediaIntake intake, PictureFiles pictures) : IntakePhotos(Path.Combine(dataFolder, "nominations"), intake, pictures);
