import { postfixJourney } from '../transcriptJourney';

postfixJourney();
